package dev.lockkeeper.adapter.zoho.standin;

import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.crm.Channel;
import dev.lockkeeper.domain.crm.ChannelId;
import dev.lockkeeper.domain.crm.CrmBodies;
import dev.lockkeeper.domain.crm.CrmReply;
import dev.lockkeeper.domain.crm.InMemoryCrm;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.RecordId;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a CRM in memory answers, in Zoho's words: paths, queries and bodies of the wire contract. */
final class Words {

    /** Of a call that Zoho does not have. */
    static final String NO_CALL = "none";

    private static final Pattern LOCKED =
            Pattern.compile("select id from (\\w+) where Locked__s = true limit 200 offset (\\d+)");
    private static final int PAGE = 200;

    private final InMemoryCrm crm;

    Words(InMemoryCrm crm) {
        this.crm = crm;
    }

    /** Which method of {@link dev.lockkeeper.domain.crm.Crm} a request stands for. */
    static String kindOf(Incoming request) {
        List<String> path = request.path();
        if (path.size() < 3 || !path.getFirst().equals("crm")) {
            return NO_CALL;
        }
        String call = request.method() + " " + path.get(2) + (path.size() > 3 ? "/" + path.get(3) : "");
        boolean aboutLock = path.size() > 4 && path.get(4).equalsIgnoreCase("Locking_Information__s");
        return switch (call) {
            case "POST coql" -> "lockedRecords";
            case "POST actions/watch" -> "watch";
            case "GET users" -> "currentUser";
            case "GET settings/modules" -> "modules";
            case "GET settings/fields" -> "fields";
            case "GET settings/record_locking_configurations" -> "findConfiguration";
            case "POST settings/record_locking_configurations" -> "createConfiguration";
            case "PUT settings/record_locking_configurations" -> "changeConfiguration";
            case "DELETE settings/record_locking_configurations" -> "deleteConfiguration";
            default ->
                aboutLock
                        ? kindAboutLock(request.method(), path.size() > 5)
                        : path.size() == 3 && request.method().equals("GET") ? "areLocked" : NO_CALL;
        };
    }

    private static String kindAboutLock(String method, boolean withId) {
        return switch (method) {
            case "POST" -> withId ? NO_CALL : "lock";
            case "GET" -> "findLock";
            case "PUT" -> withId ? "changeReason" : NO_CALL;
            case "DELETE" -> withId ? "unlock" : NO_CALL;
            default -> NO_CALL;
        };
    }

    Outgoing answer(String kind, Incoming request) {
        String module = request.query().getOrDefault("module", "");
        return switch (kind) {
            case "lockedRecords" -> lockedRecords(request);
            case "watch" -> watch(request);
            case "currentUser" ->
                said(
                        crm.currentUser(),
                        user -> CrmBodies.entries(
                                "users",
                                List.of(CrmBodies.entries("id", user.id().toString(), "full_name", user.name()))));
            case "modules" -> said(crm.modules(), Elements::modules);
            case "fields" -> said(crm.fields(module), Elements::fields);
            case "findConfiguration" ->
                either(
                        crm.findConfiguration(module),
                        found -> found.configuration() == null
                                ? Outgoing.noContent()
                                : Outgoing.json(
                                        200,
                                        CrmBodies.entries(
                                                "record_locking_configurations",
                                                List.of(found.configuration().element()))));
            case "createConfiguration" ->
                either(
                        crm.createConfiguration(module, Outgoing.read(request.body())),
                        answer -> Outgoing.json(answer.status(), answer.body()));
            case "changeConfiguration" ->
                either(
                        crm.changeConfiguration(module, configuration(request), Outgoing.read(request.body())),
                        answer -> Outgoing.json(answer.status(), answer.body()));
            case "deleteConfiguration" -> deleteConfiguration(module, configuration(request));
            case "areLocked" -> areLocked(request);
            case "lock", "findLock", "unlock", "changeReason" -> aboutLock(kind, request);
            default ->
                Outgoing.error(404, "INVALID_URL_PATTERN", "Please check if the URL trying to access is a correct one");
        };
    }

    private Outgoing deleteConfiguration(String module, @Nullable ConfigurationId id) {
        return id == null
                ? Outgoing.refusal(CrmBodies.unknownId(2))
                : either(crm.deleteConfiguration(module, id), answer -> Outgoing.json(answer.status(), answer.body()));
    }

    private Outgoing aboutLock(String kind, Incoming request) {
        List<String> path = request.path();
        Optional<RecordId> id = RecordId.parse(path.get(3));
        if (id.isEmpty()) {
            return Outgoing.refusal(CrmBodies.unknownRecord());
        }
        RecordAddress record = new RecordAddress(path.get(2), id.get());
        Optional<LockId> lock = path.size() > 5 ? LockId.parse(path.get(5)) : Optional.empty();
        if (kind.equals("findLock")) {
            return findLock(record, request, path.size() > 5, lock.orElse(null));
        }
        if (kind.equals("unlock")) {
            return lock.isEmpty()
                    ? Outgoing.refusal(CrmBodies.unknownId(3))
                    : said(crm.unlock(record, lock.get()), done -> Elements.related(done, "relation removed"));
        }
        if (!(LockReason.check(reasonIn(request)) instanceof LockReason.Accepted(LockReason reason))) {
            return Outgoing.json(400, Elements.reasonMissing());
        }
        if (kind.equals("lock")) {
            return either(crm.lock(record, reason), taken -> Outgoing.json(201, Elements.taken(taken)));
        }
        return lock.isEmpty()
                ? Outgoing.refusal(CrmBodies.unknownId(3))
                : said(
                        crm.changeReason(record, lock.get(), reason),
                        done -> Elements.related(done, "relation updated"));
    }

    private Outgoing findLock(RecordAddress record, Incoming request, boolean byId, @Nullable LockId id) {
        if (!byId && !request.query().containsKey("fields")) {
            return Outgoing.json(
                    400,
                    CrmBodies.error(
                            "REQUIRED_PARAM_MISSING",
                            CrmBodies.entries("param_name", "fields"),
                            "One of the expected parameter is missing"));
        }
        return either(crm.findLock(record), found -> {
            if (found.lock() == null) {
                return byId ? Outgoing.refusal(CrmBodies.unknownId(3)) : Outgoing.noContent();
            }
            return byId && !found.lock().id().equals(id)
                    ? Outgoing.refusal(CrmBodies.unknownId(3))
                    : Outgoing.json(200, Elements.lock(record, found.lock(), !byId));
        });
    }

    private Outgoing lockedRecords(Incoming request) {
        Matcher query =
                LOCKED.matcher(String.valueOf(Outgoing.read(request.body()).get("select_query")));
        return query.matches()
                ? either(
                        crm.lockedRecords(query.group(1), Integer.parseInt(query.group(2)) / PAGE),
                        page -> page.records().isEmpty()
                                ? Outgoing.noContent()
                                : Outgoing.json(200, Elements.page(page)))
                : Outgoing.error(400, "INVALID_QUERY", "unsupported query");
    }

    private Outgoing areLocked(Incoming request) {
        List<RecordId> ids = Arrays.stream(
                        request.query().getOrDefault("ids", "").split(",", -1))
                .flatMap(text -> RecordId.parse(text).stream())
                .toList();
        return either(
                crm.areLocked(request.path().get(2), ids),
                locked -> locked.isEmpty() ? Outgoing.noContent() : Outgoing.json(200, Elements.areLocked(locked)));
    }

    private Outgoing watch(Incoming request) {
        Map<?, ?> element = Elements.first(Outgoing.read(request.body()), "watch");
        Optional<ChannelId> id = ChannelId.parse(String.valueOf(element.get("channel_id")));
        if (id.isEmpty() || !(element.get("events") instanceof List<?> events)) {
            return Outgoing.error(400, "INVALID_DATA", "invalid data");
        }
        String module = String.valueOf(events.getFirst()).replace(".all", "");
        Channel channel = new Channel(
                id.get(),
                module,
                String.valueOf(element.get("token")),
                OffsetDateTime.parse(String.valueOf(element.get("channel_expiry")))
                        .toInstant());
        return said(crm.watch(channel), _ -> Elements.watched(channel));
    }

    private static @Nullable String reasonIn(Incoming request) {
        Object reason = Elements.first(Outgoing.read(request.body()), "data").get("Locked_Reason__s");
        return reason instanceof String text ? text : null;
    }

    private static @Nullable ConfigurationId configuration(Incoming request) {
        return request.path().size() > 4
                ? new ConfigurationId(Long.parseLong(request.path().get(4)))
                : null;
    }

    private static <T> Outgoing said(CrmReply<T> reply, Function<T, Map<String, @Nullable Object>> body) {
        return either(reply, value -> Outgoing.json(200, body.apply(value)));
    }

    private static <T> Outgoing either(CrmReply<T> reply, Function<T, Outgoing> answer) {
        return switch (reply) {
            case CrmReply.Answered<T>(T value) -> answer.apply(value);
            case CrmReply.Refused<T>(var refusal) -> Outgoing.refusal(refusal);
            case CrmReply.Unavailable<T> _, CrmReply.Unknown<T> _ ->
                Outgoing.error(500, "INTERNAL_ERROR", "Internal Server Error");
        };
    }
}
