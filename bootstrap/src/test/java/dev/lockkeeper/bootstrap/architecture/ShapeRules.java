package dev.lockkeeper.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Value;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.http.annotation.Controller;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** What classes of every ring look like. */
final class ShapeRules {

    private static final Set<Class<?>> OPTIONALS =
            Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

    private static final Set<Class<?>> GENERIC_EXCEPTIONS =
            Set.of(Throwable.class, Exception.class, RuntimeException.class, Error.class);

    private ShapeRules() {}

    static ArchRule outcomesAreSealed() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Outcome")
                .should(ArchCondition.from(describe(
                        "be sealed or an enum", (JavaClass outcome) -> outcome.isSealed() || outcome.isEnum())))
                .because("only then the compiler finds the edge that forgot to answer one");
    }

    static ArchRule controllersAreNotPublic() {
        return notPublic(
                describe(
                        "are controllers",
                        javaClass -> javaClass.isAnnotatedWith(Controller.class)
                                || javaClass.getSimpleName().endsWith("Controller")),
                "a controller is called by HTTP and by nothing else");
    }

    static ArchRule rowsAreNotPublic() {
        return notPublic(
                describe(
                        "are rows",
                        javaClass -> javaClass.isAnnotatedWith(MappedEntity.class)
                                || javaClass.getSimpleName().matches(".*Rows?")),
                "the shape of a table is nobody's business but its feature's");
    }

    static ArchRule repositoriesAreNotPublic() {
        return notPublic(
                describe(
                        "are repositories",
                        javaClass -> javaClass.isAssignableTo(GenericRepository.class)
                                || javaClass.getSimpleName().endsWith("Repository")),
                "others reach a table through its port");
    }

    static ArchRule noOptionalFields() {
        return noFields()
                .should(ArchCondition.from(describe(
                        "hold an Optional",
                        (JavaField field) -> field.getType().getAllInvolvedRawTypes().stream()
                                .anyMatch(isAnyOf(OPTIONALS)))))
                .because("Optional is an answer; what may be absent in a value is @Nullable");
    }

    static ArchRule noFieldInjection() {
        return noFields()
                .that()
                .areDeclaredInClassesThat(describe("are no records", javaClass -> !javaClass.isRecord()))
                .should()
                .beAnnotatedWith(Inject.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .orShould()
                .beAnnotatedWith(Property.class)
                .because("a constructor says what a class needs, and a test can call it");
    }

    static ArchRule noGenericExceptionsMade() {
        return noClasses()
                .should()
                .accessTargetWhere(describe("it makes a generic exception", ShapeRules::makesGenericException))
                .because("nobody can handle what has no name");
    }

    static ArchRule noGenericExceptionsDeclared() {
        return noCodeUnits()
                .should(ArchCondition.from(describe(
                        "declare a generic exception",
                        (JavaCodeUnit codeUnit) ->
                                codeUnit.getExceptionTypes().stream().anyMatch(isAnyOf(GENERIC_EXCEPTIONS)))))
                .because("a signature that throws anything makes every caller catch everything");
    }

    /** An exception with a name of its own calls the constructor of its superclass, which is fine. */
    private static boolean makesGenericException(JavaAccess<?> access) {
        JavaClass made = access.getTargetOwner();
        boolean constructs = access.getTarget().getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                && isAnyOf(GENERIC_EXCEPTIONS).test(made);
        boolean isSuperCall = access.getOrigin().isConstructor()
                && access.getOriginOwner()
                        .getRawSuperclass()
                        .filter(made::equals)
                        .isPresent();
        return constructs && !isSuperCall;
    }

    private static ArchRule notPublic(DescribedPredicate<JavaClass> which, String because) {
        return classes().that(which).should().notBePublic().because(because);
    }

    private static DescribedPredicate<JavaClass> isAnyOf(Set<Class<?>> types) {
        return describe("are any of " + types, javaClass -> types.stream().anyMatch(javaClass::isEquivalentTo));
    }
}
