using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>Every refusal of the control API, with Fastly's texts where they are known.</summary>
internal static class Refusals
{
    private const string Never = "0000-00-00 00:00:00"; // Fastly's way to say: not deleted

    public static Refusal Unauthorized() => new(401, "Provided credentials are missing or invalid");

    public static Refusal Forbidden(string why) => new(403, "You are not authorized to perform this action", why);

    public static Refusal TooManyWrites() => new(429, "You have exceeded your hourly rate limit");

    public static Refusal NoToken(string id) => new(404, "Record not found", $"Couldn't find Token '{{ id => {id} }}'");

    public static Refusal NoCustomer(string id) => new(404, "Record not found", $"Couldn't find Customer '{{ id => {id} }}'");

    public static Refusal NoEvent(string id) => new(404, "Record not found", $"Couldn't find Event '{{ id => {id} }}'");

    public static Refusal FirstTokenStays() =>
        BadRequest("The token the edge was started with cannot be deleted: start the edge with another one");

    public static Refusal BadRequest(string detail) => new(400, "Bad request", detail);

    public static Refusal NoRoute(string method, string path) =>
        new(404, "Record not found", $"Couldn't find the route '{method} {path}'");

    public static Refusal WrongMethod(string method, IEnumerable<string> allowed) =>
        new(405, "Method not allowed", $"{method} is not possible here, only {string.Join(", ", allowed)}");

    public static Refusal BodyTooLarge(int limit) =>
        new(413, "Request entity too large", $"A body may have {limit} bytes at most");

    public static Refusal NotReached(string why) => new(503, "Service unavailable", $"The edge did not answer: {why}");

    public static Refusal NoService() => new(404, "Record not found", "Cannot load service");

    public static Refusal NoVersion(string service, string number) =>
        new(404, "Record not found", $"Couldn't find Version '[{service}, {number}, {Never}]'");

    public static Refusal NoObject(ObjectKind kind, string name, string service, int version) =>
        new(404, "Record not found", $"Couldn't find {KindNames.Of(kind)} '{{ deleted => {Never}, name => {name}, service => {service}, version => {version} }}'");

    public static Refusal NoMember(string director, string backend, string service, int version) => new(404, "Record not found",
        $"Couldn't find DirectorBackend '{{ backend => {backend}, deleted => {Never}, director => {director}, service => {service}, version => {version} }}'");

    public static Refusal NoOwner(ObjectKind kind, string id, string service) =>
        new(404, "Record not found", $"Couldn't find {KindNames.Of(kind)} '{{ deleted => {Never}, id => {id}, service => {service} }}'");

    public static Refusal NoItem(ObjectKind kind, string key, OwnedContent place) => new(404, "Record not found",
        $"Couldn't find {KindNames.Of(kind)} '{{ deleted => {Never}, key => {key}, owner => {place.Content.Id}, service => {place.Service.Id} }}'");

    public static Refusal DuplicateItem(string key, OwnedContent place) => new(409, "Duplicate record",
        $"Duplicate dictionary_item: 'dictionary_id={place.Content.Id} item_key={key} service_id={place.Service.Id}'");

    public static Refusal WriteOnly(string dictionary) =>
        new(403, "You are not authorized to perform this action", $"The items of the dictionary '{dictionary}' can only be written");

    /// <summary>For dictionaries and ACLs, whose names stand in expressions.</summary>
    public static Refusal BadTableName() =>
        BadRequest("Name must start with alphabetical and contain only alphanumeric, underscore, and whitespace");

    public static Refusal Duplicate(string kind, string name) => new(409, "Duplicate record", $"Duplicate {kind}: '{name}'");

    public static Refusal Locked(string service, int version) =>
        new(422, "Version locked", $"Version '{version}' for service '{service}' is locked");

    public static Refusal DeletedService(string service) => BadRequest($"Service '{service}' is deleted");

    public static Refusal ServiceIsActive() => BadRequest("Cannot delete service with active version");

    public static Refusal VersionIsNotActive(int version) => BadRequest($"Version {version} is not active");

    public static Refusal VersionIsActive(int version) => BadRequest($"Version {version} is active, so it cannot be staged");

    public static Refusal VersionIsNotStaged(int version) => BadRequest($"Version {version} is not staged");

    public static Refusal NothingActive() => BadRequest("A service needs an active version before one can be staged");

    public static Refusal NoEnvironment(string name) => BadRequest($"There is no environment '{name}', only 'staging'");

    public static Refusal InUse(ObjectKind kind, string name, IEnumerable<StoredObject> users) =>
        BadRequest($"{kind} '{name}' is used by {string.Join(", ", users.Select(user => $"{user.Kind} '{user.Name}'"))}: change that first");

    public static Refusal Invalid(IEnumerable<string> problems) => BadRequest(string.Join('\n', problems));

    public static Refusal Broken() => new(500, "Internal error", "This is a fault of the runtime; its log tells more");

    public static Refusal Damaged(string damage) => new(500, "Internal error", damage);

    public static Refusal StoreFailed(string why) => new(503, "Service unavailable", $"{why} Nothing was changed.");
}
