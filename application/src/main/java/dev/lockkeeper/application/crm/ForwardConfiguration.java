package dev.lockkeeper.application.crm;

import dev.lockkeeper.domain.catalog.CrmId;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmAnswer;
import dev.lockkeeper.domain.crm.CrmConfiguration;
import dev.lockkeeper.domain.crm.CrmRefusal;
import dev.lockkeeper.domain.crm.CrmReply;
import dev.lockkeeper.domain.crm.FoundConfiguration;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.mirror.MirroredModule;
import dev.lockkeeper.domain.mirror.MirroredModules;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows and changes the configurations of a CRM that decides about locks, by asking it. */
public final class ForwardConfiguration {

    private final Crm crm;
    private final Modules modules;
    private final MirroredModules mirroredModules;
    private final ModuleConfigurations configurations;
    private final Clock clock;

    public ForwardConfiguration(
            Crm crm,
            Modules modules,
            MirroredModules mirroredModules,
            ModuleConfigurations configurations,
            Clock clock) {
        this.crm = crm;
        this.modules = modules;
        this.mirroredModules = mirroredModules;
        this.configurations = configurations;
        this.clock = clock;
    }

    /**
     * Who wants what of which configuration.
     *
     * @param module the module's api name, in any case
     */
    public record Command(String module, Call call, User caller) {}

    /** What is wanted; ids are as a caller wrote them. */
    public sealed interface Call {}

    /**
     * The configuration as it is.
     *
     * @param id null asks for whichever the module has
     */
    public record Show(@Nullable String id) implements Call {}

    /**
     * A configuration where there is none.
     *
     * @param body the whole document, as the caller sent it
     */
    public record Create(Map<String, @Nullable Object> body) implements Call {}

    /**
     * A change of a configuration.
     *
     * @param id null when the body names the configuration
     */
    public record Change(@Nullable String id, Map<String, @Nullable Object> body) implements Call {}

    /** The end of a configuration. */
    public record Delete(String id) implements Call {}

    /** What became of it. */
    public sealed interface Outcome {}

    /**
     * The configuration as the CRM has it.
     *
     * @param configuration null when the module has none
     * @param age how long ago the CRM said so: more than zero when it cannot be asked just now
     */
    public record Shown(@Nullable CrmConfiguration configuration, Duration age) implements Outcome {}

    /** The CRM did as it was asked. */
    public record Done(CrmAnswer answer) implements Outcome {}

    /** The CRM refused, in its own words. */
    public record RefusedThere(CrmRefusal refusal) implements Outcome {}

    /** The CRM cannot be asked just now; nothing was changed. */
    public record Away(Duration retryAfter) implements Outcome {}

    /** The CRM was asked, and did not answer: the change may have been made, or may not. */
    public record Pending() implements Outcome {}

    public record UnknownModule() implements Outcome {}

    /** A known module that takes no configuration. */
    public record NotSupported() implements Outcome {}

    /** The module has no configuration of the id that the address names. */
    public record NoSuchConfiguration() implements Outcome {}

    /** The caller may not customise. */
    public record NotPermitted() implements Outcome {}

    public Outcome execute(Command command) {
        Optional<CrmModule> found = modules.find(command.module()).filter(CrmModule::addressable);
        if (found.isEmpty()) {
            return new UnknownModule();
        }
        CrmModule module = found.get();
        if (!module.lockable() && (command.call() instanceof Create || command.call() instanceof Change)) {
            return new NotSupported();
        }
        if (!command.caller().may(Permission.CUSTOMIZE)) {
            return new NotPermitted();
        }
        return switch (command.call()) {
            case Show(@Nullable String id) -> show(module, id);
            case Create(var body) -> change(module, () -> crm.createConfiguration(module.apiName(), body));
            case Change(@Nullable String id, var body) ->
                id == null
                        ? change(module, () -> crm.changeConfiguration(module.apiName(), null, body))
                        : named(
                                id,
                                parsed ->
                                        change(module, () -> crm.changeConfiguration(module.apiName(), parsed, body)));
            case Delete(String id) ->
                named(id, parsed -> change(module, () -> crm.deleteConfiguration(module.apiName(), parsed)));
        };
    }

    private static Outcome named(String id, Function<ConfigurationId, Outcome> call) {
        OptionalLong parsed = CrmId.parse(id);
        return parsed.isPresent() ? call.apply(new ConfigurationId(parsed.getAsLong())) : new NoSuchConfiguration();
    }

    private Outcome show(CrmModule module, @Nullable String id) {
        return switch (configurations.read(crm, module)) {
            case CrmReply.Answered<FoundConfiguration>(FoundConfiguration found) ->
                shown(found.configuration(), id, Duration.ZERO);
            case CrmReply.Refused<FoundConfiguration>(CrmRefusal refusal) -> new RefusedThere(refusal);
            case CrmReply.Unavailable<FoundConfiguration>(Duration retryAfter) -> asKept(module, id, retryAfter);
            case CrmReply.Unknown<FoundConfiguration>() -> new Pending();
        };
    }

    private Outcome asKept(CrmModule module, @Nullable String id, Duration retryAfter) {
        Optional<MirroredModule> kept = mirroredModules.find(module.id());
        return kept.isPresent()
                ? shown(
                        kept.get().configuration(),
                        id,
                        Duration.between(kept.get().readAt(), clock.instant()))
                : new Away(retryAfter);
    }

    private static Outcome shown(@Nullable CrmConfiguration configuration, @Nullable String id, Duration age) {
        boolean named = id == null
                || (configuration != null && configuration.id().toString().equals(id));
        return named ? new Shown(configuration, age) : new NoSuchConfiguration();
    }

    /** Noted before the CRM hears of it, so that the configuration is read again whatever breaks in between. */
    private Outcome change(CrmModule module, Supplier<CrmReply<CrmAnswer>> call) {
        mirroredModules.markStale(module.id(), clock.instant());
        return switch (call.get()) {
            case CrmReply.Answered<CrmAnswer>(CrmAnswer answer) -> {
                readAgain(module);
                yield new Done(answer);
            }
            case CrmReply.Refused<CrmAnswer>(CrmRefusal refusal) -> new RefusedThere(refusal);
            case CrmReply.Unavailable<CrmAnswer>(Duration retryAfter) -> new Away(retryAfter);
            case CrmReply.Unknown<CrmAnswer>() -> new Pending();
        };
    }

    /** It is noted as stale, so whoever keeps configurations up to date reads it if this does not succeed. */
    private void readAgain(CrmModule module) {
        try {
            configurations.read(crm, module);
        } catch (StoreUnavailable e) {
            throw new StoreUnavailable(StoreUnavailable.Step.UNKNOWN, e);
        }
    }
}
