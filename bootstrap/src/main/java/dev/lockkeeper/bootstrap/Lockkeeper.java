package dev.lockkeeper.bootstrap;

import dev.lockkeeper.adapter.rest.identity.OpenIdProvider;
import dev.lockkeeper.adapter.zoho.account.ZohoAccount;
import dev.lockkeeper.application.identity.Authenticate;
import dev.lockkeeper.application.identity.NewSecrets;
import dev.lockkeeper.application.installation.InitializeInstallation;
import dev.lockkeeper.application.job.WorkOffJobs;
import dev.lockkeeper.domain.installation.Authority;
import dev.lockkeeper.domain.installation.Installation;
import dev.lockkeeper.domain.job.Duties;
import dev.lockkeeper.domain.job.Duty;
import dev.lockkeeper.domain.job.JobWorkers;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.BindException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service as a process: reads its settings, starts what they ask for, and stops in order. */
public final class Lockkeeper {

    private static final Logger LOG = LoggerFactory.getLogger(Lockkeeper.class);

    private Lockkeeper() {}

    /**
     * Starts the service, which then runs until it is told to stop. Exits with 1 when it cannot start.
     *
     * @param arguments settings as Micronaut takes them, such as {@code -micronaut.server.port=9090}
     */
    public static void main(String[] arguments) {
        ApplicationContext context = ApplicationContext.builder()
                .mainClass(Lockkeeper.class)
                .args(arguments)
                .banner(false)
                .build();
        Shutdown shutdown = new Shutdown(context);
        shutdown.onExit();
        try {
            start(context, shutdown);
        } catch (RuntimeException e) {
            if (shutdown.stopAfterFailure()) {
                WrongSetting wrong = named(e);
                if (wrong.getCause() != null) {
                    LOG.debug("Cannot start", wrong.getCause());
                }
                System.err.println(wrong.getMessage());
                System.exit(1);
            }
        }
    }

    private static void start(ApplicationContext context, Shutdown shutdown) {
        Environment environment = context.getEnvironment().start();
        Settings settings = Settings.read(environment);
        OpenIdSettings.read(environment)
                .ifPresent(provider -> context.registerSingleton(OpenIdProvider.class, provider));
        ZohoSettings.read(environment).ifPresent(zoho -> {
            context.registerSingleton(ZohoSettings.class, zoho);
            context.registerSingleton(ZohoAccount.class, zoho.account());
        });
        Map<String, Object> properties = new HashMap<>();
        Path dataDirectory = settings.dataDirectory();
        if (dataDirectory != null) {
            properties.putAll(shutdown.started(dataDirectory).properties());
        }
        if (settings.host() != null) {
            properties.put("micronaut.server.host", settings.host());
        }
        environment.addPropertySource(PropertySource.of("start", properties, Integer.MAX_VALUE));
        serve(context, settings, shutdown);
    }

    private static void serve(ApplicationContext context, Settings settings, Shutdown shutdown) {
        context.start();
        checkAuthority(context);
        context.findBean(CrmProbe.class).ifPresent(CrmProbe::start);
        EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
        String address = "%s://%s:%d".formatted(server.getScheme(), server.getHost(), server.getPort());
        FirstStart firstStart = new FirstStart(
                context.getBean(InitializeInstallation.class),
                context.getBean(Authenticate.class),
                context.getBean(NewSecrets.class),
                !context.containsBean(ZohoSettings.class));
        shutdown.started(context.getBean(JobWorkers.class)).start(context.getBean(WorkOffJobs.class)::execute);
        List<Duty> duties = new ArrayList<>(context.getBean(HistoryDuties.class).duties());
        context.findBean(CrmDuties.class).ifPresent(crm -> duties.addAll(crm.duties()));
        shutdown.started(context.getBean(Duties.class)).start(duties);
        System.out.println("Lockkeeper listens on %s.%n%s%n"
                .formatted(address, firstStart.prepare(settings, address).strip()));
    }

    /** Locks that this service gave are unknown to a CRM, and those of a CRM are not this service's to give. */
    private static void checkAuthority(ApplicationContext context) {
        Authority asked = context.containsBean(ZohoSettings.class) ? Authority.CRM : Authority.LOCAL;
        Authority noted = context.getBean(Installation.class).decidedBy(asked);
        if (noted != asked) {
            throw new WrongSetting(
                    "LOCKKEEPER_AUTHORITY",
                    "%s for this database, which was begun so; another authority needs a database of its own"
                            .formatted(noted == Authority.CRM ? "zoho" : "local"));
        }
    }

    /** What keeps the service from starting, in one line; with the setting that it comes from where that can be known. */
    private static WrongSetting named(RuntimeException failure) {
        if (failure instanceof WrongSetting wrong) {
            return wrong;
        }
        Optional<BindException> unbound = cause(failure, BindException.class);
        if (unbound.isPresent()) {
            return new WrongSetting(
                    "MICRONAUT_SERVER_PORT, MICRONAUT_SERVER_HOST",
                    "a port that is free and an address of this machine; it says: " + firstLine(unbound.get()),
                    failure);
        }
        Optional<SQLException> refused = cause(failure, SQLException.class);
        if (refused.isPresent()) {
            return new WrongSetting(
                    "DATASOURCES_DEFAULT_URL",
                    "a PostgreSQL database that can be used; it says: " + firstLine(refused.get()),
                    failure);
        }
        return cause(failure, ConversionErrorException.class)
                .map(e -> new WrongSetting("A setting cannot be read", firstLine(e), failure))
                .orElseGet(() -> new WrongSetting("Lockkeeper cannot start", firstLine(failure), failure));
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
