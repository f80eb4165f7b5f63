package dev.lockkeeper.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.platform.commons.annotation.Testable;

/**
 * What makes adapters swappable.
 *
 * <p>A port {@code Locks} has the contract {@code LocksContract} beside it, and may have further ones there under other
 * names: contracts that ask for a {@code Locks} and are no other port's. An implementation {@code JdbcLocks} is held to
 * all of them by a test of its own, {@code JdbcLocksTest}.
 */
final class ContractRules {

    private static final String CONTRACT = "Contract";
    private static final String TEST = "Test";

    private final HouseClasses classes;

    ContractRules(HouseClasses classes) {
        this.classes = classes;
    }

    /** An interface of the domain is either sealed, with all its kinds known, or it waits for an adapter. */
    static DescribedPredicate<JavaClass> drivenPortsOf(House house) {
        return resideInAPackage(house.packagesOf(Ring.DOMAIN))
                .and(INTERFACES)
                .and(describe(
                        "are public and open",
                        port -> port.getModifiers().contains(JavaModifier.PUBLIC) && !port.isSealed()))
                .as("are driven ports");
    }

    /** To be checked on the shipped classes. */
    ArchRule everyPortHasAContract() {
        return classes()
                .that(drivenPortsOf(classes.house()))
                .should(condition("have a contract", this::findContract))
                .because("whoever writes another adapter has to know what it must do");
    }

    /** To be checked on the shipped classes and the published tests, where implementations in memory live. */
    ArchRule everyImplementationIsHeldToItsContracts() {
        return classes()
                .that(describe("implement a driven port", this::isImplementation))
                .should(condition("be held to the port's contracts", this::findTest))
                .because("adapters can be swapped only when all of them pass the same tests");
    }

    private void findContract(JavaClass port, ConditionEvents events) {
        Optional<JavaClass> contract = find(port.getName() + CONTRACT);
        if (contract.isEmpty()) {
            report(events, port, "has no contract " + port.getSimpleName() + CONTRACT + " in a published test-jar");
        } else if (!contract.get().isInterface() || !asksFor(port, contract.get())) {
            report(events, port, "has a contract that is no interface with a method that returns it");
        } else if (contract.get().getMethods().stream().noneMatch(ContractRules::isTest)) {
            report(events, port, "has a contract without any test");
        }
    }

    private void findTest(JavaClass implementation, ConditionEvents events) {
        Optional<JavaClass> test = find(implementation.getName() + TEST);
        if (test.isEmpty()) {
            report(events, implementation, "has no test of its own name in a published test-jar");
            return;
        }
        for (JavaClass port : portsOf(implementation)) {
            for (JavaClass contract : contractsOf(port)) {
                if (test.get().getModifiers().contains(JavaModifier.ABSTRACT)
                        || !test.get().isAssignableTo(contract.getName())) {
                    report(events, implementation, "is not held to " + contract.getSimpleName() + " by its test");
                }
            }
        }
    }

    private boolean isImplementation(JavaClass javaClass) {
        return !javaClass.isInterface()
                && !javaClass.getModifiers().contains(JavaModifier.ABSTRACT)
                && !portsOf(javaClass).isEmpty();
    }

    private List<JavaClass> portsOf(JavaClass implementation) {
        return ports().stream()
                .filter(implementation.getAllRawInterfaces()::contains)
                .toList();
    }

    private List<JavaClass> ports() {
        return List.copyOf(classes.main().that(drivenPortsOf(classes.house())));
    }

    private List<JavaClass> contractsOf(JavaClass port) {
        return classes.withTests().stream()
                .filter(contract -> contract.isInterface()
                        && contract.getSimpleName().endsWith(CONTRACT)
                        && contract.getPackageName().equals(port.getPackageName()))
                .filter(contract -> isNamedAfter(port, contract)
                        || (asksFor(port, contract) && ports().stream().noneMatch(it -> isNamedAfter(it, contract))))
                .toList();
    }

    private Optional<JavaClass> find(String name) {
        return classes.withTests().contain(name)
                ? Optional.of(classes.withTests().get(name))
                : Optional.empty();
    }

    private static boolean isNamedAfter(JavaClass port, JavaClass contract) {
        return contract.getName().equals(port.getName() + CONTRACT);
    }

    private static boolean asksFor(JavaClass port, JavaClass contract) {
        return contract.getMethods().stream()
                .anyMatch(method -> method.getModifiers().contains(JavaModifier.ABSTRACT)
                        && method.getRawReturnType().equals(port));
    }

    private static boolean isTest(JavaMethod method) {
        return method.isMetaAnnotatedWith(Testable.class)
                && !method.getModifiers().contains(JavaModifier.ABSTRACT);
    }

    private static ArchCondition<JavaClass> condition(
            String description, BiConsumer<JavaClass, ConditionEvents> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                check.accept(item, events);
            }
        };
    }

    private static void report(ConditionEvents events, JavaClass subject, String fault) {
        events.add(SimpleConditionEvent.violated(subject, "Class <" + subject.getName() + "> " + fault));
    }
}
