using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Yaml;

/// <summary>A value without wrappers at any depth, for functions that need all of it at once.</summary>
/// <param name="Secret">Something in it was secret: whatever is made of it is secret too.</param>
/// <param name="Unknown">Something in it is not known yet: whatever is made of it is not known either.</param>
internal readonly record struct Flat(PropertyValue Value, bool Secret, bool Unknown)
{
    public static Flat Of(PropertyValue value)
    {
        var secret = false;
        var unknown = false;
        var bare = Strip(value);
        return new Flat(bare, secret, unknown);

        PropertyValue Strip(PropertyValue part)
        {
            secret |= part is PropertyValue.Secret or PropertyValue.Output { IsSecret: true };
            switch (part.Bare())
            {
                case PropertyValue.Unknown:
                    unknown = true;
                    return PropertyValue.Unknown.Instance;
                case PropertyValue.List list:
                    return new PropertyValue.List(list.Items.Select(Strip));
                case PropertyValue.Map map:
                    return map.Items.Select((_, item) => Strip(item));
                default:
                    return part.Bare();
            }
        }
    }

    /// <summary>What <paramref name="make"/> makes of the value; unknown and secret if this is.</summary>
    public PropertyValue Then(Func<PropertyValue, PropertyValue> make)
    {
        var made = Unknown ? PropertyValue.Unknown.Instance : make(Value);
        return Secret ? new PropertyValue.Secret(made) : made;
    }
}
