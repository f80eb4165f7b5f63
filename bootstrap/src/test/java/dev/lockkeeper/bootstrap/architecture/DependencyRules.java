package dev.lockkeeper.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
final class DependencyRules {

    private DependencyRules() {}

    static ArchRule everyClassIsInARing(House house) {
        return classes()
                .should()
                .resideInAnyPackage(house.packagesOfAllRings())
                .because("a class outside the rings is a class that no rule reaches");
    }

    static ArchRule dependenciesPointInwards(House house) {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("domain")
                .definedBy(house.packagesOf(Ring.DOMAIN))
                .layer("application")
                .definedBy(house.packagesOf(Ring.APPLICATION))
                .layer("adapters")
                .definedBy(house.packagesOf(Ring.REST), house.packagesOf(Ring.PERSISTENCE), house.packagesOf(Ring.ZOHO))
                .layer("bootstrap")
                .definedBy(house.packagesOf(Ring.BOOTSTRAP))
                .whereLayer("application")
                .mayOnlyBeAccessedByLayers("adapters", "bootstrap")
                .whereLayer("adapters")
                .mayOnlyBeAccessedByLayers("bootstrap")
                .whereLayer("bootstrap")
                .mayNotBeAccessedByAnyLayer()
                .because("what a lock is must not change when a database, a protocol or a framework does");
    }

    static ArchRule nobodyKnowsBootstrap(House house) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(house.packagesOf(Ring.BOOTSTRAP))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(house.packagesOf(Ring.BOOTSTRAP))
                .because("what is wired together must not know who wires it");
    }

    static ArchRule adaptersDoNotKnowEachOther(House house) {
        return slices().matching(house.root() + ".adapter.(*)..")
                .should()
                .notDependOnEachOther()
                .because("an adapter is replaced without touching another");
    }

    static ArchRule knowsNoUseCase(House house, Ring drivenAdapter) {
        return noClasses()
                .that()
                .resideInAPackage(house.packagesOf(drivenAdapter))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(house.packagesOf(Ring.APPLICATION))
                .because("a driven adapter is called by use cases, through the domain's ports, and never calls them");
    }

    static ArchRule knowsNoDrivenPort(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.packagesOf(Ring.REST))
                .should()
                .dependOnClassesThat(ContractRules.drivenPortsOf(house))
                .because("a call that goes past the use cases goes past what they check");
    }

    static ArchRule everyClassBelongsToAFeature(House house, Ring ring) {
        return classes()
                .that()
                .resideInAPackage(house.packagesOf(ring))
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .resideInAPackage(house.featuresOf(ring))
                // A ring that has nothing yet has nothing in the wrong place.
                .allowEmptyShould(true)
                .because("the first package below a ring says the business, and cycles are sought between these");
    }

    static ArchRule featuresAreFreeOfCycles(House house, Ring ring) {
        return slices().matching(house.root() + "." + ring.location() + ".(*)..")
                .should()
                .beFreeOfCycles()
                // A ring without features yet has no cycles among them.
                .allowEmptyShould(true)
                .because("features in a circle can only be understood, tested and changed together");
    }
}
