package dev.lockkeeper.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** What each ring may use. */
final class AllowLists {

    /** What of {@code java.lang} reaches outside the process, or logs. */
    private static final DescribedPredicate<JavaClass> OUTWARD = types(
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle",
            "java.lang.Runtime",
            "java.lang.System$Logger",
            "java.lang.System$LoggerFinder");

    /** {@code invoke} and {@code runtime} are what records, lambdas and switches are compiled to. */
    private static final DescribedPredicate<JavaClass> PLAIN_JAVA = resideInAnyPackage(
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.runtime",
                    "java.math",
                    "java.time..",
                    "java.util",
                    "java.util.concurrent..",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream",
                    "org.jspecify.annotations")
            .and(not(OUTWARD));

    private static final DescribedPredicate<JavaClass> ADAPTERS_JAVA = PLAIN_JAVA
            .or(resideInAnyPackage("java.lang.annotation", "java.nio.charset"))
            .or(types(
                    "java.io.IOException",
                    "java.io.Serial",
                    "java.net.MalformedURLException",
                    "java.io.UncheckedIOException",
                    "java.net.URI",
                    "java.net.URL",
                    "java.net.URLDecoder",
                    "java.nio.ByteBuffer",
                    "java.nio.CharBuffer",
                    "java.text.ParseException"));

    private static final DescribedPredicate<JavaClass> SQL = resideInAnyPackage(
            "java.sql..",
            "javax.sql..",
            "io.micronaut.data..",
            "io.micronaut.transaction..",
            "com.zaxxer.hikari..",
            "org.flywaydb..",
            "org.postgresql..");

    private static final DescribedPredicate<JavaClass> HTTP_CLIENTS = resideInAnyPackage(
                    "io.micronaut.http.client..",
                    "java.net.http..",
                    "okhttp3..",
                    "org.apache.http..",
                    "org.apache.hc..",
                    "io.netty.bootstrap..")
            .or(types(
                    "java.net.Socket",
                    "java.net.URLConnection",
                    "java.net.HttpURLConnection",
                    "java.net.JarURLConnection"));

    private AllowLists() {}

    static ArchRule domainUsesPlainJava(House house) {
        return uses(
                house,
                Ring.DOMAIN,
                PLAIN_JAVA,
                resideInAnyPackage(house.packagesOf(Ring.DOMAIN)),
                "the rules of locking have to be readable and testable without any framework, log, database or network");
    }

    static ArchRule applicationUsesPlainJavaAndTheDomain(House house) {
        return uses(
                house,
                Ring.APPLICATION,
                PLAIN_JAVA,
                resideInAnyPackage(house.packagesOf(Ring.APPLICATION), house.packagesOf(Ring.DOMAIN)),
                "a use case says what the service does, and adapters say with what");
    }

    static ArchRule restUsesHttpAndUseCases(House house) {
        return uses(
                house,
                Ring.REST,
                ADAPTERS_JAVA,
                resideInAnyPackage(
                                house.packagesOf(Ring.REST),
                                house.packagesOf(Ring.APPLICATION),
                                house.packagesOf(Ring.DOMAIN),
                                "io.micronaut.context.annotation",
                                "io.micronaut.context.condition",
                                "io.micronaut.context.event",
                                "io.micronaut.core.annotation",
                                "io.micronaut.core.order",
                                "io.micronaut.core.propagation",
                                "io.micronaut.http",
                                "io.micronaut.http.annotation",
                                "io.micronaut.http.filter",
                                "io.micronaut.http.server.exceptions..",
                                "io.micronaut.http.server.util",
                                "io.micronaut.runtime.event.annotation",
                                "io.micronaut.http.server.netty",
                                "io.micronaut.json",
                                "io.micronaut.openapi.annotation",
                                "io.micronaut.scheduling..",
                                "io.micronaut.security..",
                                "io.micronaut.serde..",
                                "io.micronaut.validation..",
                                "io.micronaut.web.router",
                                "io.swagger.v3.oas.annotations..",
                                "jakarta.inject",
                                "jakarta.validation..",
                                "com.fasterxml.jackson.annotation",
                                "com.fasterxml.jackson.core..",
                                "com.nimbusds..",
                                "com.github.benmanes.caffeine.cache",
                                "io.github.bucket4j..",
                                "io.micrometer.core.instrument",
                                "io.netty..",
                                "org.reactivestreams",
                                "reactor.core..",
                                "org.slf4j")
                        // Whence a request comes, what @Requires has where it names no condition of its own, and from
                        // what the API document and its page are read.
                        .or(types(
                                "java.net.InetSocketAddress",
                                "io.micronaut.context.condition.TrueCondition",
                                "java.io.InputStream")),
                "HTTP comes in here and goes to the use cases; whatever else is needed belongs into another ring");
    }

    static ArchRule restReadsRawJsonInOnePlace(House house) {
        return confined(
                house.feature(Ring.REST, "json"),
                house.packagesOf(Ring.REST),
                resideInAnyPackage("com.fasterxml.jackson.core.."),
                "a body is read by one set of strict rules, whatever its content type and whoever asks");
    }

    static ArchRule restIsReactiveForAuthenticationOnly(House house) {
        return confined(
                house.feature(Ring.REST, "identity"),
                house.packagesOf(Ring.REST),
                resideInAnyPackage("org.reactivestreams..", "reactor.."),
                "Micronaut Security asks for publishers, and everything else runs on virtual threads");
    }

    static ArchRule restReadsTokensOfProvidersInOnePlace(House house) {
        return confined(
                house.feature(Ring.REST, "identity"),
                house.packagesOf(Ring.REST),
                resideInAnyPackage("com.nimbusds.."),
                "who is let in is decided in one place; the library fetches the provider's keys by itself");
    }

    static ArchRule persistenceUsesSqlAndTheDomain(House house) {
        return uses(
                house,
                Ring.PERSISTENCE,
                ADAPTERS_JAVA,
                resideInAnyPackage(
                        house.packagesOf(Ring.PERSISTENCE),
                        house.packagesOf(Ring.DOMAIN),
                        "io.micronaut.configuration.jdbc.hikari",
                        "io.micronaut.context.annotation",
                        "io.micronaut.context.event",
                        "io.micronaut.data..",
                        "io.micronaut.flyway",
                        "com.zaxxer.hikari..",
                        "org.flywaydb..",
                        "org.postgresql",
                        "org.agrona.collections",
                        "jakarta.annotation",
                        "org.slf4j",
                        "jakarta.inject",
                        "java.security",
                        "com.fasterxml.jackson..",
                        "com.github.benmanes.caffeine.cache",
                        "com.github.kagkarlsson.scheduler..",
                        "java.sql",
                        "javax.sql"),
                "the ports are kept on PostgreSQL here, and nothing else is done");
    }

    static ArchRule zohoUsesAnHttpClientAndTheDomain(House house) {
        return uses(
                house,
                Ring.ZOHO,
                ADAPTERS_JAVA,
                resideInAnyPackage(
                                house.packagesOf(Ring.ZOHO),
                                house.packagesOf(Ring.DOMAIN),
                                "io.micronaut.context.annotation",
                                "io.micronaut.core.annotation",
                                "io.micronaut.core.type",
                                "io.micronaut.http",
                                "io.micronaut.http.client..",
                                "io.micronaut.json..",
                                "io.github.resilience4j.circuitbreaker..",
                                "jakarta.annotation",
                                "jakarta.inject",
                                "java.security",
                                "javax.crypto..",
                                "org.slf4j")
                        // By which of these a call failed says whether anything was sent; the condition is what
                        // @Requires has where it names none of its own.
                        .or(types(
                                "io.micronaut.context.condition.TrueCondition",
                                "java.net.ConnectException",
                                "java.net.NoRouteToHostException",
                                "java.net.URLEncoder",
                                "java.net.UnknownHostException",
                                "javax.net.ssl.SSLHandshakeException")),
                "Zoho is called here, and nothing else is done");
    }

    static ArchRule sqlIsSpokenByPersistenceOnly(House house) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(house.packagesOf(Ring.PERSISTENCE), house.packagesOf(Ring.BOOTSTRAP))
                .should()
                .dependOnClassesThat(SQL)
                .because("whoever changes a table has to know where to look");
    }

    static ArchRule bootstrapKnowsSqlByItsFailures(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.packagesOf(Ring.BOOTSTRAP))
                .should()
                .dependOnClassesThat(SQL.and(not(assignableTo(Throwable.class))))
                .because("a failed start names the setting it comes from, and otherwise SQL belongs to persistence");
    }

    static ArchRule httpIsCalledByZohoOnly(House house) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(house.packagesOf(Ring.ZOHO))
                .should()
                .dependOnClassesThat(HTTP_CLIENTS)
                .because("a call out needs the limits, timeouts and retries that only the Zoho adapter has");
    }

    private static ArchRule uses(
            House house,
            Ring ring,
            DescribedPredicate<JavaClass> java,
            DescribedPredicate<JavaClass> more,
            String because) {
        return classes()
                .that()
                .resideInAPackage(house.packagesOf(ring))
                .should()
                .onlyDependOnClassesThat(java.or(more).as("are on the allow-list of " + ring.location()))
                .because(because);
    }

    /** A library that only one package within others may know. */
    static ArchRule confined(String to, String within, DescribedPredicate<JavaClass> library, String because) {
        return noClasses()
                .that()
                .resideInAPackage(within)
                .and()
                .resideOutsideOfPackage(to)
                .should()
                .dependOnClassesThat(library)
                .because(because);
    }

    static DescribedPredicate<JavaClass> types(String... names) {
        Set<String> known = Set.of(names);
        return describe("are any of " + known, javaClass -> known.contains(javaClass.getName()));
    }
}
