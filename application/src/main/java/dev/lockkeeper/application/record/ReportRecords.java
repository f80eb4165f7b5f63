package dev.lockkeeper.application.record;

import dev.lockkeeper.application.lock.LockAuthority;
import dev.lockkeeper.application.lock.StoreAuthority;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.record.CrmRecord;
import dev.lockkeeper.domain.record.RecordReport;
import dev.lockkeeper.domain.record.Records;
import dev.lockkeeper.domain.record.ReportOutcome;
import dev.lockkeeper.domain.record.ReportedRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes note of how records are now, and lets the rules of their module lock and release them. */
public final class ReportRecords {

    private final Modules modules;
    private final LockAuthority authority;
    private final Configurations configurations;
    private final Records records;
    private final RuleJudge.Settings settings;
    private final Clock clock;

    public ReportRecords(
            Modules modules,
            LockAuthority authority,
            Configurations configurations,
            Records records,
            RuleJudge.Settings settings,
            Clock clock) {
        this.modules = modules;
        this.authority = authority;
        this.configurations = configurations;
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Who reports what.
     *
     * @param module the module's api name, in any case
     */
    public record Command(String module, List<CrmRecord> records, User caller) {}

    /** What became of it; only {@link Reported} changed anything. */
    public sealed interface Outcome {}

    /**
     * The records are as reported, in the order of the command.
     *
     * @param ruleNames what the module's rules are called
     */
    public record Reported(CrmModule module, List<ReportedRecord> records, Map<RuleId, String> ruleNames)
            implements Outcome {}

    public record UnknownModule() implements Outcome {}

    public Outcome execute(Command command) {
        Optional<CrmModule> module = modules.find(command.module()).filter(CrmModule::addressable);
        if (module.isEmpty()) {
            return new UnknownModule();
        }
        Optional<Reported> reported = report(module.get(), command);
        while (reported.isEmpty()) {
            // The rules were changed in between, so the verdicts have to be new ones.
            reported = report(module.get(), command);
        }
        return reported.get();
    }

    private Optional<Reported> report(CrmModule module, Command command) {
        Optional<LockingConfiguration> configuration = configurations.find(module.id());
        RuleJudge judge = new RuleJudge(configuration.orElse(null), settings);
        Instant now = clock.instant();
        RecordReport report = new RecordReport(
                module.id(),
                judge.rules(),
                command.records().stream()
                        .map(record -> judge.judged(record, command.caller().id(), now))
                        .toList(),
                command.caller(),
                now);
        return switch (records.report(report)) {
            case ReportOutcome.Reported(List<ReportedRecord> reported) ->
                Optional.of(new Reported(module, reported, ruleNames(module, configuration)));
            case ReportOutcome.RulesChanged() -> Optional.empty();
        };
    }

    /** A CRM's rules are its own, and none of those that judge here. */
    private Map<RuleId, String> ruleNames(CrmModule module, Optional<LockingConfiguration> configuration) {
        return configuration.map(StoreAuthority::ruleNames).orElseGet(() -> authority.ruleNames(module));
    }
}
