package io.sreobservability.aspects.engine;

import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.content.JsonSink;
import java.util.concurrent.CompletionStage;

/** Writes every call into the engine's log. */
public final class SpanFrame {
    private JsonSink json;

    public void namePart(String placeholder, String value) {
        SpanEngine.LOG.add("part " + placeholder + "=" + value);
    }

    public void namePart(String placeholder, Enum<?> value) {
        SpanEngine.LOG.add("part " + placeholder + "=enum " + value);
    }

    public void setString(AttributeDefinition<String> attribute, String value) {
        SpanEngine.LOG.add(attribute.name() + "=" + value);
    }

    public void setEnum(AttributeDefinition<String> attribute, Enum<?> value) {
        SpanEngine.LOG.add(attribute.name() + "=enum " + value);
    }

    public void setLong(AttributeDefinition<Long> attribute, long value) {
        SpanEngine.LOG.add(attribute.name() + "=long " + value);
    }

    public void setDouble(AttributeDefinition<Double> attribute, double value) {
        SpanEngine.LOG.add(attribute.name() + "=double " + value);
    }

    public void setBoolean(AttributeDefinition<Boolean> attribute, boolean value) {
        SpanEngine.LOG.add(attribute.name() + "=boolean " + value);
    }

    public void setJson(AttributeDefinition<String> attribute, Object value) {
        SpanEngine.LOG.add(attribute.name() + "=json " + value);
    }

    public boolean wants(AttributeDefinition<?> attribute) {
        return SpanEngine.captureContent;
    }

    public JsonSink beginJson(AttributeDefinition<String> attribute) {
        json = new JsonSink();
        return json;
    }

    public void endJson(AttributeDefinition<String> attribute) {
        SpanEngine.LOG.add(attribute.name() + "=document " + json);
    }

    public void dropValue(Throwable thrown) {
        SpanEngine.LOG.add("drop " + thrown.getMessage());
    }

    public void start() {
        SpanEngine.LOG.add("start");
    }

    public void error(String type) {
        SpanEngine.LOG.add("error " + type);
    }

    public void endWhenComplete(CompletionStage<?> stage, CompletionReader reader) {
        SpanEngine.LOG.add("wait for " + (stage == null ? "nothing" : "stage"));
        if (stage != null) {
            stage.whenComplete((value, thrown) -> {
                if (thrown == null) {
                    reader.read(this, value);
                }
                end();
            });
        }
    }

    public void end() {
        SpanEngine.LOG.add("end");
    }
}
