package io.sreobservability.benchmarks.calls;

import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;

/** The instruments of the standard that the calls need, made once. */
record HandWrittenInstruments(
        DoubleHistogram agentInvocation,
        DoubleHistogram toolExecution,
        DoubleHistogram memoryOperation,
        LongCounter componentError) {
    static HandWrittenInstruments of(Meter meter) {
        return new HandWrittenInstruments(
                milliseconds(meter, "AgentInvocation"),
                milliseconds(meter, "ToolExecution"),
                milliseconds(meter, "MemoryOperation"),
                meter.counterBuilder("ComponentError").setUnit("{count}").build());
    }

    private static DoubleHistogram milliseconds(Meter meter, String name) {
        return meter.histogramBuilder(name).setUnit("ms").build();
    }
}
