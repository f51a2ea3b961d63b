package io.sreobservability.sreagent.cli;

import ch.qos.logback.core.PropertyDefinerBase;

/** The process id for {@code logback.xml}. */
public final class ProcessId extends PropertyDefinerBase {
    @Override
    public String getPropertyValue() {
        return Long.toString(ProcessHandle.current().pid());
    }
}
