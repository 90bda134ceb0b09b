using EdgeInfra.Model;
using EdgeInfra.Protocol;

namespace EdgeInfra.Plugin.Components;

/// <summary>A resource made of others, which the provider registers with the engine.</summary>
internal interface IComponent
{
    string Token { get; }

    /// <summary>What is to be registered; everything that is wrong with the inputs is among its failures.</summary>
    /// <param name="name">The component's name in the program.</param>
    IPlan Read(string name, PropertyMap inputs, Target target);
}
