namespace EdgeInfra.Engine.Builtin;

/// <summary>The package schema of the built-in commands, for tools that ask for it.</summary>
internal static class CommandSchema
{
    public static string Json(string version) => $$$"""
        {
          "name": "command",
          "version": "{{{version}}}",
          "resources": {
            "command:local:Command": {
              "description": "Runs commands on this machine when it is created, updated and deleted.",
              "inputProperties": {
                "create": { "type": "string" },
                "update": { "type": "string" },
                "delete": { "type": "string" },
                "dir": { "type": "string" },
                "stdin": { "type": "string" },
                "addPreviousOutputInEnv": { "type": "boolean", "default": true },
                "environment": { "type": "object", "additionalProperties": { "type": "string" } },
                "interpreter": { "type": "array", "items": { "type": "string" } },
                "logging": { "type": "string" },
                "triggers": { "type": "array", "items": { "$ref": "pulumi.json#/Any" }, "replaceOnChanges": true }
              },
              "properties": { "stdout": { "type": "string" }, "stderr": { "type": "string" } },
              "required": ["stdout", "stderr"]
            }
          }
        }
        """;
}
