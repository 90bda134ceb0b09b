namespace EdgeInfra.Edge.Control;

/// <summary>Another process works in the data directory; two would overwrite each other's versions.</summary>
internal sealed class DataDirectoryInUseException(string folder)
    : Exception(
        $"{folder}: in use by another edge; stop that one (edgeinfra-edge stop --data {folder}), or choose another directory");
