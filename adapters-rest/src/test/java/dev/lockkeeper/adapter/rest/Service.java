package dev.lockkeeper.adapter.rest;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.Grant;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.Scope;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.lock.AcquireOutcome;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.LockSearch;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.NewLock;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.lock.RuleVerdict;
import dev.lockkeeper.domain.record.CrmRecord;
import dev.lockkeeper.domain.record.JudgedRecord;
import dev.lockkeeper.domain.record.RecordReport;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The adapter on a server of its own for each test class, over the real use cases; their stores are empty when a test
 * begins, and the clock stands still.
 */
final class Service implements BeforeEachCallback, AfterAllCallback {

    static final Instant NOW = Instant.parse("2023-09-05T12:54:49.123456Z");
    static final Instant EARLIER = Instant.parse("2021-07-21T12:38:12.999999Z");
    static final String RECORD = "5843104000000425565";
    static final String OTHER_RECORD = "5843104000000425566";
    static final LockReason REASON = new LockReason("fff");
    static final RuleId RULE = new RuleId(111111000000054290L);

    static final User CALLER = user(5843104000000424672L, "Patricia Boyle", Permission.LOCK);
    static final User COLLEAGUE = user(111111000000047487L, "priya v", Permission.LOCK);
    /** May do anything but lock. */
    static final User STRANGER = user(3, "Sam", Permission.CUSTOMIZE, Permission.ADMINISTER);

    static final LockOrigin BY_COLLEAGUE = new LockOrigin.Manual(COLLEAGUE.ref(), REASON);
    static final LockOrigin BY_STRANGER = new LockOrigin.Manual(STRANGER.ref(), REASON);
    static final LockOrigin BY_RULE = new LockOrigin.Automatic(RULE);
    static final LockOrigin BY_COLLEAGUE_AND_RULE =
            new LockOrigin.Both(new LockOrigin.ManualHold(COLLEAGUE.ref(), REASON), RULE);

    static final String ALL_FIELDS = "Locked_By__s,Locked_For__s,Locked_Reason__s,Lock_Source__s,Locked_Time__s,"
            + "Record_Locking_Configuration_Id__s,Record_Locking_Rule_Id__s,id,Feature_Type__s";

    private static final String[] ALL_SCOPES = {
        "ZohoCRM.modules.ALL",
        "ZohoCRM.modules.lockinginformation.ALL",
        "ZohoCRM.settings.ALL",
        "lockkeeper.locks.read",
        "lockkeeper.records.write",
        "lockkeeper.decisions"
    };

    final Stores stores = new Stores();

    private final AtomicInteger tokens = new AtomicInteger();

    final String ofCaller = token(CALLER, ALL_SCOPES);
    final String ofStranger = token(STRANGER, ALL_SCOPES);

    private final EmbeddedServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Service() {
        this(Map.of());
    }

    /** With these settings, instead of or beside the ones that all tests have. */
    Service(Map<String, Object> settings) {
        this.server = start(stores, settings);
    }

    private static EmbeddedServer start(Stores stores, Map<String, Object> settings) {
        return ApplicationContext.builder()
                .properties(settings)
                .deduceEnvironment(false)
                .deduceCloudEnvironment(false)
                .banner(false)
                .singletons(UseCases.over(stores, Clock.fixed(NOW, ZoneOffset.UTC)))
                .start()
                .getBean(EmbeddedServer.class)
                .start();
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        stores.reset();
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        client.close();
        server.getApplicationContext().close();
    }

    ApplicationContext context() {
        return server.getApplicationContext();
    }

    /** The address of a record's lock or, with an id, of that lock. */
    static String lockOf(String module, String record, Object... lockId) {
        return "/crm/v8/" + module + "/" + record + "/Locking_Information__s"
                + Arrays.stream(lockId).map(id -> "/" + id).collect(Collectors.joining());
    }

    /** The same, as one asks for all of it. */
    static String listOf(String module, String record) {
        return lockOf(module, record) + "?fields=" + ALL_FIELDS;
    }

    /** The body of a lock or change call. */
    static String body(String reason) {
        return "{\"data\":[{\"Locked_Reason__s\":" + Json.quoted(reason) + "}]}";
    }

    /** A token that nobody else has. */
    String token(User user, String... scopes) {
        return token(user, null, scopes);
    }

    /** A token that has to be looked for in the store. */
    String forgottenToken(User user, String... scopes) {
        return token(AccessTokensThatMayFail.FORGOTTEN, user, null, scopes);
    }

    String token(User user, @Nullable Instant expiresAt, String... scopes) {
        return token("1000.8cb99d", user, expiresAt, scopes);
    }

    private String token(String beginning, User user, @Nullable Instant expiresAt, String... scopes) {
        String token = beginning + tokens.incrementAndGet();
        Set<Scope> granted = Arrays.stream(scopes).map(Scope::new).collect(Collectors.toSet());
        stores.accessTokens.add(new AccessToken(token), new Grant(user, granted, expiresAt, null));
        return token;
    }

    /** A request without a token. */
    Call anonymous(String method, String path) {
        return new Call(client, method, address().resolve(path));
    }

    /** A request of {@link #CALLER}'s, with all scopes. */
    Call call(String method, String path) {
        return callWith(ofCaller, method, path);
    }

    Call callWith(String token, String method, String path) {
        return anonymous(method, path).token(token);
    }

    /** A request without a body, which no client of good manners would send. */
    Answer sendRaw(String requestLine, String... headers) {
        return RawConnection.send(server.getURI(), requestLine, headers);
    }

    URI address() {
        return server.getURI();
    }

    LockingConfiguration configured(String module, LockType lockType) {
        return stores.configurations().add(module(module).id(), lockType);
    }

    /** Locks a record of a module that is configured. */
    RecordLock locked(String module, String record, LockOrigin origin) {
        return locked(module, record, origin, EARLIER);
    }

    RecordLock locked(String module, String record, LockOrigin origin, Instant at) {
        RecordKey key = key(module, record);
        LockingConfiguration configuration =
                stores.configurations().find(key.module()).orElseThrow();
        NewLock lock = new NewLock(key, origin, configuration.rulesVersion(), at);
        return ((AcquireOutcome.Acquired) stores.locks().acquire(lock)).lock();
    }

    /** Reports a record that no rule matches. */
    void reported(String module, String record, String name) {
        RecordKey key = key(module, record);
        stores.records()
                .report(new RecordReport(
                        key.module(),
                        stores.configurations()
                                .find(key.module())
                                .map(LockingConfiguration::rulesVersion)
                                .orElse(null),
                        List.of(new JudgedRecord(new CrmRecord(key.record(), name, null, Map.of()), RuleVerdict.end())),
                        CALLER,
                        NOW));
    }

    List<LockEvent> history(String module, String record) {
        return stores.locks().history(key(module, record), Revision.NONE, 100);
    }

    /** All active locks; each has the revision of its latest change. */
    List<RecordLock> locks() {
        return stores.locks().search(new LockSearch(null, null, null, null, null, 1000)).stream()
                .map(LockedRecord::lock)
                .toList();
    }

    static CrmModule module(String apiName) {
        return Catalog.standard().find(apiName).orElseThrow();
    }

    static RecordKey key(String module, String record) {
        return new RecordKey(module(module).id(), RecordId.parse(record).orElseThrow());
    }

    private static User user(long id, String name, Permission... permissions) {
        return new User(
                new UserId(id), name, new Profile(new ProfileId(id), "Profile of " + name, Set.of(permissions)), false);
    }
}
