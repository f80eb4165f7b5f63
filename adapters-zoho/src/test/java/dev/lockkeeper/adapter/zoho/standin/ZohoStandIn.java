package dev.lockkeeper.adapter.zoho.standin;

import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.Channel;
import dev.lockkeeper.domain.crm.CrmLock;
import dev.lockkeeper.domain.crm.CrmPeople;
import dev.lockkeeper.domain.crm.InMemoryCrm;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Zoho's CRM and its accounts server, for tests: stateful, on a port of this machine, in Zoho's words. Calls are named by
 * the methods of {@link dev.lockkeeper.domain.crm.Crm} that make them, and {@value #TOKEN}.
 */
public final class ZohoStandIn implements CrmPeople, AutoCloseable {

    /** The name of a call that asks for an access token. */
    public static final String TOKEN = "token";

    /** Whom it gives tokens. */
    public static final String CLIENT_ID = "1000.STANDINCLIENT";

    public static final String CLIENT_SECRET = "stand-in-client-secret";

    public static final String REFRESH_TOKEN = "1000.stand-in-refresh-token";

    private final InMemoryCrm crm = new InMemoryCrm();
    private final TokenDesk tokens = new TokenDesk();
    private final Notices notices = new Notices(crm);
    private final FaultPlan plan = new FaultPlan();
    private final StandInServer server;

    /** On any free port. */
    public ZohoStandIn() {
        this(0);
    }

    public ZohoStandIn(int port) {
        try {
            server = new StandInServer(port, new Words(crm), tokens, notices, plan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs until the process is stopped; takes a port, and modules with their lock types, such as {@code Deals=both}. */
    public static void main(String... args) throws InterruptedException {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 0;
        try (ZohoStandIn standIn = new ZohoStandIn(port)) {
            Arrays.stream(args)
                    .skip(1)
                    .map(arg -> arg.split("=", 2))
                    .forEach(module ->
                            standIn.configure(module[0], LockType.valueOf(module[1].toUpperCase(Locale.ROOT))));
            System.out.println(standIn.url().getPort());
            Thread.currentThread().join();
        }
    }

    /** The address of both the accounts server and the CRM. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The next calls of the CRM are befallen by these, one each, whatever they ask. */
    public void next(Fault... faults) {
        next(call -> !call.equals(TOKEN), faults);
    }

    /** The next calls among these, by their names, are befallen by these faults, one each. */
    public void next(Predicate<String> calls, Fault... faults) {
        plan.next(calls, List.of(faults));
    }

    /** The next calls about this record's lock are befallen by these faults, one each. */
    public void next(RecordAddress record, Fault... faults) {
        plan.next(record, List.of(faults));
    }

    /** From now on nothing befalls any call; what was planned is forgotten. */
    public void noFaults() {
        plan.clear();
    }

    /** How many calls each fault has befallen; those that befell none are missing. */
    public Map<Fault, Integer> befallen() {
        return plan.befallen();
    }

    /** From now on each call, for tokens too, is befallen with this probability by any of these; none with 0. */
    public void faults(long seed, double probability, Set<Fault> faults) {
        plan.draw(seed, probability, faults);
    }

    /** How long every call takes at least. */
    public void latency(Duration each) {
        server.latency(each);
    }

    /** How long a call takes that is {@link Fault#SLOW}. */
    public void slowness(Duration each) {
        server.slowness(each);
    }

    /** After which time a call is done that is {@link Fault#LATE}. */
    public void lateness(Duration each) {
        server.lateness(each);
    }

    /** More calls at once than these are answered with 429. */
    public void concurrency(int most) {
        server.concurrency(most);
    }

    /** As from now, the organisation has so many credits; once half are used, answers say how many are left. */
    public void credits(long total) {
        server.credits(total);
    }

    /** Calls of this name are not among the token's scopes. */
    public void withoutScope(String call) {
        server.withoutScope(call);
    }

    /** No access token that was given is good any more. */
    public void revokeTokens() {
        tokens.revokeAll();
    }

    /** How long access tokens last that are given from now on; whole seconds. */
    public void tokenLifetime(Duration each) {
        tokens.lifetime(each);
    }

    /** Asking for an access token is answered with this error, as Zoho does: with status 200. */
    public void refuseRefresh(String error) {
        tokens.refuse(error, 200);
    }

    /** Asking for an access token is answered with what Zoho says when it is asked too often. */
    public void denyAccess() {
        tokens.refuse("Access Denied", 400);
    }

    /** Access tokens are given again. */
    public void giveTokens() {
        tokens.refuse(null, 200);
    }

    public int tokenRequests() {
        return tokens.requests();
    }

    public int tokensGiven() {
        return tokens.given();
    }

    /** Every call that arrived, in order, whatever befell it; those for tokens among them. */
    public List<String> received() {
        return server.received();
    }

    /** The most calls that were under way at once. */
    public int mostAtOnce() {
        return server.mostAtOnce();
    }

    /** Connections open now. */
    public int connections() {
        return server.connections();
    }

    /** The channels that were asked for, the latest last. */
    public List<Channel> channels() {
        return crm.channels();
    }

    /** Whether every change of a record is told to who watches its module, soon after it. */
    public void notifyOfChanges(boolean on) {
        notices.ofEveryChange(on);
    }

    /**
     * Tells who watches the record's module, now.
     *
     * @param operation insert, update or delete
     * @return how many took the message
     */
    public int notifyOf(RecordAddress record, String operation) {
        return notices.tell(record, operation);
    }

    @Override
    public void addModule(String module) {
        crm.addModule(module);
    }

    @Override
    public ConfigurationId configure(String module, LockType type) {
        return crm.configure(module, type);
    }

    @Override
    public void deleteConfiguration(String module) {
        crm.deleteConfiguration(module);
    }

    @Override
    public RecordAddress addRecord(String module) {
        RecordAddress record = crm.addRecord(module);
        notices.changed(record, "insert");
        return record;
    }

    @Override
    public void removeRecord(RecordAddress record) {
        crm.removeRecord(record);
        notices.changed(record, "delete");
    }

    @Override
    public LockId lockByHand(RecordAddress record, UserRef by, LockReason reason) {
        LockId lock = crm.lockByHand(record, by, reason);
        notices.changed(record, "update");
        return lock;
    }

    @Override
    public void unlockByHand(RecordAddress record) {
        crm.unlockByHand(record);
        notices.changed(record, "update");
    }

    @Override
    public void changeReasonByHand(RecordAddress record, LockReason reason) {
        crm.changeReasonByHand(record, reason);
        notices.changed(record, "update");
    }

    @Override
    public LockId lockByRule(RecordAddress record, RuleId rule) {
        LockId lock = crm.lockByRule(record, rule);
        notices.changed(record, "update");
        return lock;
    }

    @Override
    public void unlockByRule(RecordAddress record) {
        crm.unlockByRule(record);
        notices.changed(record, "update");
    }

    @Override
    public @Nullable CrmLock lockOf(RecordAddress record) {
        return crm.lockOf(record);
    }

    @Override
    public List<String> calls() {
        return crm.calls();
    }

    @Override
    public void close() {
        server.close();
        notices.close();
    }
}
