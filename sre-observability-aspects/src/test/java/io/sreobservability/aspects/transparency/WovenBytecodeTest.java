package io.sreobservability.aspects.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.aspects.SreObservability;
import io.sreobservability.aspects.transparency.bytecode.ClassCode;
import io.sreobservability.aspects.transparency.bytecode.MethodCode;
import io.sreobservability.aspects.transparency.bytecode.MethodCode.Call;
import io.sreobservability.aspects.transparency.bytecode.Reachable;
import io.sreobservability.aspects.transparency.twin.Twins;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is woven into every shape of method, read from the class files: calls of the engine, and nothing that costs. */
class WovenBytecodeTest {
    private static final Set<String> REFLECTIVE_CALLS_OF_A_CLASS = Set.of(
            "forName",
            "getMethod",
            "getMethods",
            "getDeclaredMethod",
            "getDeclaredMethods",
            "getField",
            "getFields",
            "getDeclaredField",
            "getDeclaredFields",
            "getConstructor",
            "getDeclaredConstructor",
            "newInstance");

    @TempDir
    private static Path folder;

    private static List<MethodCode> plain;
    private static List<MethodCode> woven;

    @BeforeAll
    static void build() throws Exception {
        Map<String, String> sources = new HashMap<>(Fixture.shapes());
        sources.put("recursion.Recursion", Fixture.resource("Recursion.java"));
        Twins twins = Twins.build(folder, sources, Map.of());
        plain = ClassCode.methodsIn(twins.plain());
        woven = ClassCode.methodsIn(twins.woven());
    }

    @Test
    void noJoinPointIsMadeAndNoClosure() {
        assertThat(woven)
                .flatExtracting(MethodCode::calls)
                .extracting(Call::toString)
                .noneMatch(call -> call.contains("makeJP") || call.startsWith("org/aspectj/runtime/"));
        assertThat(woven)
                .extracting(MethodCode::key)
                .noneMatch(key -> key.contains("AjcClosure") || key.contains("_aroundBody"));
    }

    @Test
    void nothingIsBoxedForAnAspectAndNothingIsLinkedAtRunTime() {
        Map<String, MethodCode> written =
                plain.stream().collect(Collectors.toMap(MethodCode::key, Function.identity()));
        List<MethodCode> measured = woven.stream()
                .filter(method -> method.calls().stream().anyMatch(WovenBytecodeTest::isAdvice))
                .toList();

        assertThat(measured).hasSizeGreaterThan(50).allSatisfy(method -> {
            MethodCode before = written.get(method.key());
            assertThat(method.boxings()).isEqualTo(before.boxings());
            assertThat(method.dynamicCalls()).isEqualTo(before.dynamicCalls());
        });
    }

    @Test
    void aspectsAndBindingsHaveNoDynamicCallsAndBoxNothing() {
        assertThat(woven)
                .filteredOn(method -> method.owner().contains("_Span") && !isOnce(method))
                .hasSizeGreaterThan(200)
                .allSatisfy(method -> {
                    assertThat(method.dynamicCalls()).isZero();
                    assertThat(method.boxings()).isZero();
                });
    }

    @Test
    void noReflectionIsOnTheWayFromTheAdviceThroughTheEngine() throws Exception {
        List<MethodCode> all = new ArrayList<>(ClassCode.methodsIn(engine()));
        all.addAll(woven);
        List<MethodCode> advice =
                woven.stream().filter(method -> isAdviceName(method.name())).toList();

        Set<MethodCode> reached = new Reachable(all).from(advice);

        assertThat(reached)
                .extracting(MethodCode::owner)
                .contains(
                        "io/sreobservability/aspects/engine/SpanEngine",
                        "io/sreobservability/aspects/engine/ActiveSpan",
                        "io/sreobservability/aspects/engine/MetricRecorder",
                        "io/sreobservability/aspects/content/JsonSink");
        assertThat(reached)
                .filteredOn(method -> method.owner().startsWith("io/sreobservability/")
                        || method.owner().contains("_Span"))
                .flatExtracting(MethodCode::calls)
                .filteredOn(WovenBytecodeTest::isReflective)
                .isEmpty();
    }

    /** Static initialisers run once: what is made there costs no call anything. */
    private static boolean isOnce(MethodCode method) {
        return method.name().equals("<clinit>") || method.name().equals("ajc$postClinit");
    }

    private static Path engine() throws Exception {
        URI location = SreObservability.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        return Path.of(location);
    }

    private static boolean isAdvice(Call call) {
        return isAdviceName(call.name());
    }

    private static boolean isAdviceName(String name) {
        return name.startsWith("ajc$before$") || name.startsWith("ajc$after");
    }

    private static boolean isReflective(Call call) {
        return call.owner().startsWith("java/lang/reflect/")
                || call.owner().startsWith("java/lang/invoke/")
                || call.owner().equals("java/util/ServiceLoader")
                || (call.owner().equals("java/lang/Class") && REFLECTIVE_CALLS_OF_A_CLASS.contains(call.name()));
    }
}
