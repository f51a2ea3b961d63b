package io.sreobservability.benchmarks.calls;

import java.util.concurrent.CompletableFuture;

/**
 * What every form implements. The methods do next to nothing themselves, so that what is measured is their telemetry:
 *
 * <table>
 * <caption>Telemetry of one call</caption>
 * <tr><th>method</th><th>spans</th><th>metric points</th></tr>
 * <tr><td>{@link #store}</td><td>{@code memory.store} with one attribute from a parameter</td>
 *     <td>{@code MemoryOperation}</td></tr>
 * <tr><td>{@link #investigate}</td><td>{@code agent.kubernetes.execute} with every attribute of its family, and below it
 *     {@code tool.get_pod_status}, which inherits</td><td>{@code AgentInvocation} and its roll-up, {@code ToolExecution}</td></tr>
 * <tr><td>{@link #fail}</td><td>{@code tool.get_error_logs}, failed by an exception</td>
 *     <td>{@code ToolExecution}, {@code ComponentError}</td></tr>
 * <tr><td>{@link #search}</td><td>{@code tool.search_logs}, which ends with the future</td>
 *     <td>{@code ToolExecution}</td></tr>
 * </table>
 */
public interface Calls {
    /** Stores something in a part of the memory; answers how many characters the part's name has. */
    int store(String namespace);

    /** Answers a question with one call of a tool. */
    Findings investigate(Question question);

    /** Throws the failure. */
    void fail(RuntimeException failure);

    /** Answers later: returns this very future. */
    CompletableFuture<String> search(CompletableFuture<String> answer);
}
