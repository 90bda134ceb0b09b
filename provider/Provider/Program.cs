using EdgeInfra.Plugin;

return await PluginProcess.Run(args);
