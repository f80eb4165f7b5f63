package dev.lockkeeper.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;

/** What domain and application may not take from the machine they run on. */
final class DeterminismRules {

    private DeterminismRules() {}

    static ArchRule noSystemClock(House house) {
        return nothingOf(
                house,
                "the system clock",
                "time is an argument, so that a test decides what time it is",
                "java\\.time\\..*\\.now\\((?!java\\.time\\.Clock\\)).*",
                "java\\.time\\.Clock\\.(system.*|tick(Millis|Seconds|Minutes))\\(.*",
                "java\\.time\\.InstantSource\\.system\\(\\)",
                "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(\\)",
                "java\\.util\\.(Date|GregorianCalendar)\\.<init>\\(\\)",
                "java\\.util\\.Calendar\\.getInstance\\(.*");
    }

    static ArchRule noRandomness(House house) {
        return nothingOf(
                house,
                "randomness",
                "ids come from the store, and a test that fails has to fail again",
                "java\\.util\\.UUID\\.randomUUID\\(\\)",
                "java\\.util\\.(Random|SplittableRandom)\\.<init>\\(\\)",
                "java\\.lang\\.(Strict)?Math\\.random\\(\\)",
                "java\\.util\\.concurrent\\.ThreadLocalRandom\\.current\\(\\)",
                "java\\.util\\.Collections\\.shuffle\\(java\\.util\\.List\\)");
    }

    static ArchRule noDefaultZoneOrLocale(House house) {
        return nothingOf(
                house,
                "default time zones and locales",
                "the same lock has to read the same on every machine: in Turkish, \"id\" is \"İD\" in capitals",
                "java\\.time\\.ZoneId\\.systemDefault\\(\\)",
                "java\\.time\\.format\\.DateTimeFormatter\\.ofPattern\\(java\\.lang\\.String\\)",
                "java\\.time\\.format\\.DateTimeFormatter\\.ofLocalized.*",
                "java\\.time\\.format\\.DateTimeFormatterBuilder\\.toFormatter\\(\\)",
                "java\\.util\\.TimeZone\\.getDefault\\(\\)",
                "java\\.util\\.Locale\\.getDefault\\(.*",
                "java\\.util\\.Formatter\\.<init>\\(\\)",
                "java\\.lang\\.String\\.(toLowerCase|toUpperCase)\\(\\)",
                "java\\.lang\\.String\\.format\\(java\\.lang\\.String,.*",
                "java\\.lang\\.String\\.formatted\\(.*");
    }

    private static ArchRule nothingOf(House house, String what, String because, String... targets) {
        Pattern forbidden = Pattern.compile(String.join("|", targets));
        return noClasses()
                .that()
                .resideInAnyPackage(house.packagesOf(Ring.DOMAIN), house.packagesOf(Ring.APPLICATION))
                .should()
                .accessTargetWhere(describe(
                        "it is of " + what,
                        (JavaAccess<?> access) -> forbidden
                                .matcher(access.getTarget().getFullName())
                                .matches()))
                .because(because);
    }
}
