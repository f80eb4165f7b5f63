package dev.lockkeeper.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.lang.ArchRule;

/** Libraries of the REST adapter that one of its packages hides from all the others. */
final class ConfinedLibraries {

    private ConfinedLibraries() {}

    static ArchRule callersAreLimitedInOnePlace(House house) {
        return AllowLists.confined(
                house.feature(Ring.REST, "limit"),
                house.packagesOf(Ring.REST),
                resideInAnyPackage("io.github.bucket4j..", "com.github.benmanes.caffeine.."),
                "whoever asks why a call was refused with 429 has one place to look at");
    }

    static ArchRule connectionsAreGuardedInOnePlace(House house) {
        return AllowLists.confined(
                house.feature(Ring.REST, "connection"),
                house.packagesOf(Ring.REST),
                resideInAnyPackage("io.netty..", "io.micronaut.http.server.netty..")
                        // Micronaut hands on the Netty server's own failure when a body cannot be unpacked.
                        .and(not(AllowLists.types("io.netty.handler.codec.DecoderException"))),
                "below HTTP there are bytes, event loops and reference counts, which no call has to know");
    }
}
