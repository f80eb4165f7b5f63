package dev.lockkeeper.adapter.zoho.crm;

import dev.lockkeeper.adapter.zoho.account.ZohoAccount;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.crm.Channel;
import dev.lockkeeper.domain.crm.ChannelId;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmAnswer;
import dev.lockkeeper.domain.crm.CrmFieldInfo;
import dev.lockkeeper.domain.crm.CrmModuleInfo;
import dev.lockkeeper.domain.crm.CrmReply;
import dev.lockkeeper.domain.crm.CrmStatus;
import dev.lockkeeper.domain.crm.CrmUse;
import dev.lockkeeper.domain.crm.FoundConfiguration;
import dev.lockkeeper.domain.crm.FoundLock;
import dev.lockkeeper.domain.crm.LockedPage;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.crm.SharedTokens;
import dev.lockkeeper.domain.crm.TakenLock;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.RecordId;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Zoho CRM. */
@Singleton
@Requires(beans = ZohoAccount.class)
final class ZohoCrm implements Crm, ZohoMetrics {

    /** Without an address for notifications there will be no channel before the next start. */
    private static final Duration NO_CHANNEL = Duration.ofHours(1);

    private static final int CREATED = 201;
    private static final int OK = 200;

    private final Calls calls;
    private final Asks asks;
    private final @Nullable String notifyUrl;
    private final boolean background;

    @Inject
    ZohoCrm(ZohoAccount account, SharedTokens tokens, CrmUse use) {
        this(
                new Calls(account, tokens, use, InstantSource.system()),
                new Asks(account.apiVersion()),
                account.notificationsUrl(),
                false);
    }

    private ZohoCrm(Calls calls, Asks asks, @Nullable String notifyUrl, boolean background) {
        this.calls = calls;
        this.asks = asks;
        this.notifyUrl = notifyUrl;
        this.background = background;
    }

    @PreDestroy
    void close() {
        calls.close();
    }

    @Override
    public CrmReply<TakenLock> lock(RecordAddress record, LockReason reason) {
        return calls.make(asks.lock(record, reason), background, LockAnswers::taken);
    }

    @Override
    public CrmReply<LockId> unlock(RecordAddress record, LockId lock) {
        return calls.make(asks.unlock(record, lock), background, LockAnswers::changed);
    }

    @Override
    public CrmReply<LockId> changeReason(RecordAddress record, LockId lock, LockReason reason) {
        return calls.make(asks.changeReason(record, lock, reason), background, LockAnswers::changed);
    }

    @Override
    public CrmReply<FoundLock> findLock(RecordAddress record) {
        return calls.make(asks.findLock(record), background, LockAnswers::found);
    }

    @Override
    public CrmReply<LockedPage> lockedRecords(String module, int page) {
        return calls.make(asks.lockedRecords(module, page), background, Answers::lockedRecords);
    }

    @Override
    public CrmReply<Map<RecordId, Boolean>> areLocked(String module, List<RecordId> records) {
        if (records.isEmpty() || records.size() > BATCH) {
            throw new IllegalArgumentException("Not 1 to " + BATCH + " records: " + records.size());
        }
        return calls.make(asks.areLocked(module, records), background, Answers::areLocked);
    }

    @Override
    public CrmReply<FoundConfiguration> findConfiguration(String module) {
        return calls.make(asks.findConfiguration(module), background, Answers::configuration);
    }

    @Override
    public CrmReply<CrmAnswer> createConfiguration(String module, Map<String, @Nullable Object> body) {
        return configured(asks.createConfiguration(module, body), CREATED);
    }

    @Override
    public CrmReply<CrmAnswer> changeConfiguration(
            String module, @Nullable ConfigurationId id, Map<String, @Nullable Object> body) {
        return configured(asks.changeConfiguration(module, id, body), OK);
    }

    @Override
    public CrmReply<CrmAnswer> deleteConfiguration(String module, ConfigurationId id) {
        return configured(asks.deleteConfiguration(module, id), OK);
    }

    private CrmReply<CrmAnswer> configured(Ask ask, int status) {
        return calls.make(ask, background, Answers::configurationDone)
                .map(answer -> new CrmAnswer(status, answer.entries()));
    }

    @Override
    public CrmReply<List<CrmModuleInfo>> modules() {
        return calls.make(asks.modules(), background, Answers::modules);
    }

    @Override
    public CrmReply<List<CrmFieldInfo>> fields(String module) {
        return calls.make(asks.fields(module), background, Answers::fields);
    }

    @Override
    public CrmReply<UserRef> currentUser() {
        return calls.make(asks.currentUser(), background, Answers::currentUser);
    }

    @Override
    public CrmReply<ChannelId> watch(Channel channel) {
        return notifyUrl == null
                ? new CrmReply.Unavailable<>(NO_CHANNEL)
                : calls.make(asks.watch(channel, notifyUrl), background, Answers::watched);
    }

    @Override
    public Crm inBackground() {
        return background ? this : new ZohoCrm(calls, asks, notifyUrl, true);
    }

    @Override
    public CrmStatus status() {
        return calls.status();
    }

    @Override
    public ZohoFigures figures() {
        return calls.figures();
    }
}
