package dev.lockkeeper.bootstrap;

import dev.lockkeeper.adapter.zoho.account.ZohoAccount;
import dev.lockkeeper.application.crm.ImportModules;
import dev.lockkeeper.application.crm.KeepChannels;
import dev.lockkeeper.application.crm.ReadConfigurations;
import dev.lockkeeper.application.crm.RefreshStaleRecords;
import dev.lockkeeper.application.crm.SettleIntents;
import dev.lockkeeper.application.crm.SweepLocks;
import dev.lockkeeper.domain.job.Duty;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one process at a time does to keep up with Zoho CRM, and how often. */
@Singleton
@Requires(beans = ZohoSettings.class)
final class CrmDuties {

    private static final Logger LOG = LoggerFactory.getLogger(CrmDuties.class);

    private static final Duration OFTEN = Duration.ofSeconds(1);
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(10);

    private final SettleIntents settleIntents;
    private final ImportModules importModules;
    private final RefreshStaleRecords refreshStaleRecords;
    private final ReadConfigurations readConfigurations;
    private final SweepLocks sweepLocks;
    private final KeepChannels keepChannels;
    private final ZohoSettings settings;

    CrmDuties(
            SettleIntents settleIntents,
            ImportModules importModules,
            RefreshStaleRecords refreshStaleRecords,
            ReadConfigurations readConfigurations,
            SweepLocks sweepLocks,
            KeepChannels keepChannels,
            ZohoSettings settings) {
        this.settleIntents = settleIntents;
        this.importModules = importModules;
        this.refreshStaleRecords = refreshStaleRecords;
        this.readConfigurations = readConfigurations;
        this.sweepLocks = sweepLocks;
        this.keepChannels = keepChannels;
        this.settings = settings;
    }

    List<Duty> duties() {
        List<Duty> duties = new ArrayList<>(List.of(
                new Duty("settle-intents", OFTEN, this::settleIntents),
                new Duty("refresh-stale-records", OFTEN, this::refreshStaleRecords),
                new Duty("import-modules", settings.configurationInterval(), this::importModules),
                new Duty("read-configurations", NOW_AND_THEN, this::readConfigurations),
                // Each module at its own time, the first as soon as it is known.
                new Duty("sweep-locks", shorter(NOW_AND_THEN, settings.sweepInterval()), this::sweepLocks)));
        ZohoAccount account = settings.account();
        if (account.notificationsUrl() != null) {
            duties.add(new Duty("keep-channels", NOW_AND_THEN, this::keepChannels));
        }
        return duties;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void settleIntents() {
        SettleIntents.Tally outcome = settleIntents.execute();
        if (outcome.settled() > 0 || outcome.open() > 0) {
            LOG.info("Changes that nobody drove: {} settled, {} still open", outcome.settled(), outcome.open());
        }
    }

    private void refreshStaleRecords() {
        RefreshStaleRecords.Tally outcome = refreshStaleRecords.execute();
        if (outcome.looked() > 0 || outcome.left()) {
            LOG.debug("Records looked at: {}{}", outcome.looked(), outcome.left() ? ", others are left" : "");
        }
    }

    private void importModules() {
        ImportModules.Tally outcome = importModules.execute();
        if (outcome.added() > 0 || outcome.left() > 0) {
            LOG.info("Custom modules of Zoho CRM: {} added, {} left out", outcome.added(), outcome.left());
        }
    }

    private void readConfigurations() {
        ReadConfigurations.Tally outcome = readConfigurations.execute();
        if (outcome.read() > 0 || outcome.left() > 0) {
            LOG.info("Configurations read from Zoho CRM: {}; not told: {}", outcome.read(), outcome.left());
        }
    }

    private void sweepLocks() {
        SweepLocks.Tally outcome = sweepLocks.execute();
        if (outcome.left() > 0) {
            LOG.warn("Modules swept: {}; left for the next time: {}", outcome.swept(), outcome.left());
        } else {
            LOG.debug("Modules swept: {}", outcome.swept());
        }
    }

    private void keepChannels() {
        KeepChannels.Tally outcome = keepChannels.execute();
        if (outcome.opened() > 0 || outcome.failed() > 0) {
            LOG.info("Channels opened: {}; not opened: {}", outcome.opened(), outcome.failed());
        }
    }
}
