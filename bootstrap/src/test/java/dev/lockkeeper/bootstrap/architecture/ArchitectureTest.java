package dev.lockkeeper.bootstrap.architecture;

import static dev.lockkeeper.bootstrap.architecture.HouseClasses.LOCKKEEPER;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * How the service is built, ring by ring. Each rule says why it is there. That each can fail is proved by {@link
 * ArchitectureOfDependenciesCanFailTest} and {@link ArchitectureOfClassesCanFailTest}.
 */
class ArchitectureTest {

    private static final House HOUSE = LOCKKEEPER.house();
    private static final ContractRules CONTRACTS = new ContractRules(LOCKKEEPER);

    private static void holds(ArchRule rule) {
        rule.check(LOCKKEEPER.main());
    }

    @Nested
    class EveryRing {

        /** Rules about classes that were not found hold. */
        @ParameterizedTest
        @EnumSource
        void isAmongTheClassesThatAreJudged(Ring ring) {
            assertThat(LOCKKEEPER.main()).anyMatch(isIn(ring));
        }

        @Test
        void isJudgedByWhatIsShipped() {
            JavaClasses shipped = LOCKKEEPER.main();

            assertThat(shipped).extracting(JavaClass::getSimpleName).noneMatch(name -> name.endsWith("Test"));
            assertThat(LOCKKEEPER.withTests())
                    .extracting(JavaClass::getSimpleName)
                    .contains("LocksContract", "InMemoryLocksTest", "JdbcLocksTest");
        }

        @Test
        void holdsEveryClass() {
            holds(DependencyRules.everyClassIsInARing(HOUSE));
        }

        @Test
        void knowsOnlyTheRingsInsideIt() {
            holds(DependencyRules.dependenciesPointInwards(HOUSE));
        }

        @ParameterizedTest
        @EnumSource(mode = Mode.EXCLUDE, names = "BOOTSTRAP")
        void consistsOfFeatures(Ring ring) {
            holds(DependencyRules.everyClassBelongsToAFeature(HOUSE, ring));
        }

        @ParameterizedTest
        @EnumSource
        void hasNoCyclesBetweenItsFeatures(Ring ring) {
            holds(DependencyRules.featuresAreFreeOfCycles(HOUSE, ring));
        }

        @Test
        void leavesSqlToPersistence() {
            holds(AllowLists.sqlIsSpokenByPersistenceOnly(HOUSE));
        }

        @Test
        void leavesCallsOutToZoho() {
            holds(AllowLists.httpIsCalledByZohoOnly(HOUSE));
        }

        @Test
        void hasNoOptionalFields() {
            holds(ShapeRules.noOptionalFields());
        }

        @Test
        void isInjectedThroughConstructors() {
            holds(ShapeRules.noFieldInjection());
        }

        @Test
        void throwsExceptionsWithANameOnly() {
            holds(ShapeRules.noGenericExceptionsMade());
            holds(ShapeRules.noGenericExceptionsDeclared());
        }

        private static Predicate<JavaClass> isIn(Ring ring) {
            return javaClass -> javaClass.getPackageName().startsWith(HOUSE.root() + "." + ring.location());
        }
    }

    @Nested
    class DomainAndApplication {

        @Test
        void doNotReadTheSystemClock() {
            holds(DeterminismRules.noSystemClock(HOUSE));
        }

        @Test
        void makeNothingAtRandom() {
            holds(DeterminismRules.noRandomness(HOUSE));
        }

        @Test
        void doNotTrustDefaultZonesAndLocales() {
            holds(DeterminismRules.noDefaultZoneOrLocale(HOUSE));
        }

        @Test
        void haveSealedOutcomes() {
            holds(ShapeRules.outcomesAreSealed());
        }
    }

    @Nested
    class Domain {

        @Test
        void usesPlainJava() {
            holds(AllowLists.domainUsesPlainJava(HOUSE));
        }

        @Test
        void hasAContractForEveryPort() {
            holds(CONTRACTS.everyPortHasAContract());
        }
    }

    @Nested
    class Application {

        @Test
        void usesPlainJavaAndTheDomain() {
            holds(AllowLists.applicationUsesPlainJavaAndTheDomain(HOUSE));
        }
    }

    @Nested
    class Adapters {

        @Test
        void doNotKnowEachOther() {
            holds(DependencyRules.adaptersDoNotKnowEachOther(HOUSE));
        }

        @Test
        void areHeldToTheContractsOfTheirPorts() {
            CONTRACTS.everyImplementationIsHeldToItsContracts().check(LOCKKEEPER.withTests());
        }
    }

    @Nested
    class RestAdapter {

        @Test
        void usesHttpAndUseCases() {
            holds(AllowLists.restUsesHttpAndUseCases(HOUSE));
        }

        @Test
        void readsRawJsonInOnePlace() {
            holds(AllowLists.restReadsRawJsonInOnePlace(HOUSE));
        }

        @Test
        void limitsCallersAndGuardsConnectionsInOnePlaceEach() {
            holds(ConfinedLibraries.callersAreLimitedInOnePlace(HOUSE));
            holds(ConfinedLibraries.connectionsAreGuardedInOnePlace(HOUSE));
        }

        @Test
        void isReactiveForAuthenticationOnly() {
            holds(AllowLists.restIsReactiveForAuthenticationOnly(HOUSE));
        }

        @Test
        void readsTokensOfProvidersInOnePlace() {
            holds(AllowLists.restReadsTokensOfProvidersInOnePlace(HOUSE));
        }

        @Test
        void callsNoDrivenPort() {
            holds(DependencyRules.knowsNoDrivenPort(HOUSE));
        }

        @Test
        void hidesItsControllers() {
            holds(ShapeRules.controllersAreNotPublic());
        }
    }

    @Nested
    class PersistenceAdapter {

        @Test
        void usesSqlAndTheDomain() {
            holds(AllowLists.persistenceUsesSqlAndTheDomain(HOUSE));
        }

        @Test
        void knowsNoUseCase() {
            holds(DependencyRules.knowsNoUseCase(HOUSE, Ring.PERSISTENCE));
        }

        @Test
        void hidesItsRows() {
            holds(ShapeRules.rowsAreNotPublic());
        }

        @Test
        void hidesItsRepositories() {
            holds(ShapeRules.repositoriesAreNotPublic());
        }
    }

    @Nested
    class ZohoAdapter {

        @Test
        void usesAnHttpClientAndTheDomain() {
            holds(AllowLists.zohoUsesAnHttpClientAndTheDomain(HOUSE));
        }

        @Test
        void knowsNoUseCase() {
            holds(DependencyRules.knowsNoUseCase(HOUSE, Ring.ZOHO));
        }
    }

    @Nested
    class Bootstrap {

        @Test
        void isKnownToNobody() {
            holds(DependencyRules.nobodyKnowsBootstrap(HOUSE));
        }

        @Test
        void knowsSqlByItsFailures() {
            holds(AllowLists.bootstrapKnowsSqlByItsFailures(HOUSE));
        }
    }
}
