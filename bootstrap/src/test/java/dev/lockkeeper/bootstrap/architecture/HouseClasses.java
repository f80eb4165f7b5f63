package dev.lockkeeper.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.core.annotation.Generated;

/**
 * The classes of a house, without those that Micronaut generates.
 *
 * @param main what is shipped
 * @param withTests that, and the tests that are published beside it
 */
record HouseClasses(House house, JavaClasses main, JavaClasses withTests) {

    private static final House PLANTED_HOUSE = new House("dev.lockkeeper.bootstrap.architecture.planted");

    private static final ImportOption NOT_PLANTED = location -> !location.contains("/architecture/planted/");

    static final HouseClasses LOCKKEEPER = lockkeeper();
    static final HouseClasses PLANTED = planted();

    private static HouseClasses lockkeeper() {
        House house = new House("dev.lockkeeper");
        JavaClasses all = written(new ClassFileImporter().withImportOption(NOT_PLANTED), house);
        return new HouseClasses(house, all.that(not(describe("are tests", HouseClasses::isOfATestLocation))), all);
    }

    private static HouseClasses planted() {
        JavaClasses all = written(new ClassFileImporter(), PLANTED_HOUSE);
        return new HouseClasses(PLANTED_HOUSE, all.that(not(describe("are tests", HouseClasses::isNamedAsTest))), all);
    }

    private static JavaClasses written(ClassFileImporter importer, House house) {
        return importer.importPackages(house.root()).that(not(annotatedWith(Generated.class)));
    }

    /** A module is a folder of classes up to Maven's test phase, and a jar from its package phase on. */
    private static boolean isOfATestLocation(JavaClass javaClass) {
        String location = javaClass.getSource().orElseThrow().getUri().toString();
        return location.contains("/target/test-classes/") || location.contains("-tests.jar!");
    }

    private static boolean isNamedAsTest(JavaClass javaClass) {
        return javaClass.getSimpleName().endsWith("Contract")
                || javaClass.getSimpleName().endsWith("Test");
    }
}
