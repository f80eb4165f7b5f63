package dev.lockkeeper.bootstrap.architecture;

import static dev.lockkeeper.bootstrap.architecture.HouseClasses.PLANTED;
import static dev.lockkeeper.bootstrap.architecture.PlantedViolations.offendingClasses;
import static dev.lockkeeper.bootstrap.architecture.PlantedViolations.reports;
import static dev.lockkeeper.bootstrap.architecture.PlantedViolations.reportsAllOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Proves that each rule about classes themselves names what was planted for it, and nothing else. */
class ArchitectureOfClassesCanFailTest {

    private static final House HOUSE = PLANTED.house();
    private static final ContractRules CONTRACTS = new ContractRules(PLANTED);

    @Nested
    class RulesAboutDeterminism {

        @Test
        void reportEveryWayToReadTheSystemClock() {
            ArchRule rule = DeterminismRules.noSystemClock(HOUSE);

            reports(rule, "domain.lock.ReadsTheSystemClock");
            reportsAllOf(rule, "domain.lock.ReadsTheSystemClock");
        }

        @Test
        void reportEveryWayToMakeThingsUp() {
            ArchRule rule = DeterminismRules.noRandomness(HOUSE);

            reports(rule, "application.lock.MakesThingsUp");
            reportsAllOf(rule, "application.lock.MakesThingsUp");
        }

        @Test
        void reportEveryWayToTrustDefaults() {
            ArchRule rule = DeterminismRules.noDefaultZoneOrLocale(HOUSE);

            reports(rule, "application.lock.TrustsDefaults");
            reportsAllOf(rule, "application.lock.TrustsDefaults");
        }
    }

    @Nested
    class RulesAboutShape {

        @Test
        void reportOpenOutcomes() {
            reports(
                    ShapeRules.outcomesAreSealed(),
                    "application.lock.OpenOutcome",
                    "application.lock.PlantedUseCase$Outcome");
        }

        @Test
        void reportPublicControllersRowsAndRepositories() {
            reports(ShapeRules.controllersAreNotPublic(), "adapter.rest.lock.PlantedController");
            reports(ShapeRules.rowsAreNotPublic(), "adapter.persistence.lock.PlantedRow");
            reports(ShapeRules.repositoriesAreNotPublic(), "adapter.persistence.lock.PlantedRepository");
        }

        @Test
        void reportOptionalFields() {
            reports(ShapeRules.noOptionalFields(), "application.lock.HoldsOptionals");
            reportsAllOf(ShapeRules.noOptionalFields(), "application.lock.HoldsOptionals");
        }

        @Test
        void reportFieldInjection() {
            reports(ShapeRules.noFieldInjection(), "adapter.rest.lock.IsInjectedIntoFields");
            reportsAllOf(ShapeRules.noFieldInjection(), "adapter.rest.lock.IsInjectedIntoFields");
        }

        @Test
        void reportGenericExceptions() {
            reports(ShapeRules.noGenericExceptionsMade(), "adapter.zoho.crm.ThrowsAnything");
            reportsAllOf(ShapeRules.noGenericExceptionsMade(), "adapter.zoho.crm.ThrowsAnything");
            reports(ShapeRules.noGenericExceptionsDeclared(), "adapter.zoho.crm.DeclaresAnything");
            reportsAllOf(ShapeRules.noGenericExceptionsDeclared(), "adapter.zoho.crm.DeclaresAnything");
        }
    }

    @Nested
    class RulesAboutContracts {

        @Test
        void reportAPortWithoutAContractThatTestsIt() {
            reports(
                    CONTRACTS.everyPortHasAContract(),
                    "domain.bell.Whistles",
                    "domain.bell.Drums",
                    "domain.bell.Gongs");
        }

        @Test
        void reportAnImplementationThatIsNotHeldToEveryContractOfItsPort() {
            ArchRule rule = CONTRACTS.everyImplementationIsHeldToItsContracts();

            assertThat(offendingClasses(rule, PLANTED.withTests()))
                    .containsExactlyInAnyOrder(
                            "domain.bell.UntestedBells",
                            "domain.bell.HalfHeldBells",
                            "domain.bell.AbstractlyTestedBells");
            assertThat(rule.evaluate(PLANTED.withTests()).getFailureReport().getDetails())
                    .filteredOn(detail -> detail.contains("HalfHeldBells"))
                    .singleElement()
                    .asString()
                    .contains("PealContract");
        }
    }
}
