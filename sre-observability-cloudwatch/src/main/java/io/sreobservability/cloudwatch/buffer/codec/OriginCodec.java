package io.sreobservability.cloudwatch.buffer.codec;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.common.InstrumentationScopeInfoBuilder;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where an item comes from: its resource (the process) and its scope (the library). Nearly all items share them, so the last
 * ones are remembered: writing costs a copy, and what is read shares one object, by which exporters group.
 */
final class OriginCodec {

    private @Nullable Resource lastWritten;
    private byte[] lastWrittenBytes = new byte[0];
    private @Nullable Resource lastRead;
    private byte[] lastReadBytes = new byte[0];

    void write(Output out, Resource resource, InstrumentationScopeInfo scope) {
        if (lastWritten != resource) {
            Output block = new Output();
            AttributesCodec.write(block, resource.getAttributes());
            block.text(resource.getSchemaUrl());
            lastWrittenBytes = block.toBytes();
            lastWritten = resource;
        }
        out.block(lastWrittenBytes);
        out.text(scope.getName()).text(scope.getVersion()).text(scope.getSchemaUrl());
        AttributesCodec.write(out, scope.getAttributes());
    }

    Resource readResource(Input in) {
        byte[] block = in.block();
        Resource known = lastRead;
        if (known != null && Arrays.equals(block, lastReadBytes)) {
            return known;
        }
        Input from = new Input(block);
        Resource resource = Resource.create(AttributesCodec.read(from), from.optionalText());
        lastRead = resource;
        lastReadBytes = block;
        return resource;
    }

    InstrumentationScopeInfo readScope(Input in) {
        InstrumentationScopeInfoBuilder scope = InstrumentationScopeInfo.builder(in.text());
        String version = in.optionalText();
        if (version != null) {
            scope.setVersion(version);
        }
        String schemaUrl = in.optionalText();
        if (schemaUrl != null) {
            scope.setSchemaUrl(schemaUrl);
        }
        return scope.setAttributes(AttributesCodec.read(in)).build();
    }
}
