package io.sreobservability.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.module.ModuleDescriptor.Version;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** The kit works with the JUnit of its users, which may be as old as 5.10. */
@AnalyzeClasses(
        packages = {"io.sreobservability.testing", "org.junit.jupiter.api", "org.junit.platform.commons.support"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class JUnitVersionsTest {
    @ArchTest
    static final ArchRule ONLY_WHAT_JUNIT_5_10_HAD_IS_USED =
            classes().that().resideInAPackage("io.sreobservability.testing..").should(useNothingNewer());

    private static ArchCondition<JavaClass> useNothingNewer() {
        return new ArchCondition<>("use nothing newer of JUnit") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream<HasAnnotations<?>> members = type.getAccessesFromSelf().stream()
                        .flatMap(access -> access.getTarget().resolveMember().stream());
                // ArchUnit also lists the default values of annotations that we use; they are not in our class files.
                Stream<HasAnnotations<?>> types = type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !dependency.getDescription().contains("annotation member"))
                        .map(Dependency::getTargetClass);
                Stream.concat(members, types)
                        .filter(used -> used.isAnnotatedWith(API.class))
                        .forEach(used -> {
                            String since = used.getAnnotationOfType(API.class).since();
                            boolean known = !isNewerThan510(since);
                            events.add(new SimpleConditionEvent(type, known, used + " is of JUnit " + since));
                        });
            }
        };
    }

    /** The JUnit platform counts from 1; its 1.10 came with Jupiter 5.10. */
    private static boolean isNewerThan510(String since) {
        String allowed = since.startsWith("1.") ? "1.10" : "5.10";
        return !since.isEmpty() && Version.parse(since).compareTo(Version.parse(allowed)) > 0;
    }
}
