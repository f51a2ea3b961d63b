package io.sreobservability.cloudwatch.buffer.codec;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.common.InstrumentationScopeInfoBuilder;
import io.opentelemetry.sdk.resources.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Where an item comes from: its resource (the process) and its scope (the library). Nearly all items share them, so the last
 * ones are remembered: writing costs a copy, reading a comparison, and what is read shares one object, by which exporters group.
 */
final class OriginCodec {

    private @Nullable Resource lastWritten;
    private byte[] lastWrittenBytes = new byte[0];
    private @Nullable InstrumentationScopeInfo lastScopeWritten;
    private byte[] lastScopeWrittenBytes = new byte[0];
    private @Nullable Resource lastRead;
    private byte[] lastReadBytes = new byte[0];
    private @Nullable InstrumentationScopeInfo lastScopeRead;
    private byte[] lastScopeReadBytes = new byte[0];

    void write(Output out, Resource resource, InstrumentationScopeInfo scope) {
        if (lastWritten != resource) {
            Output block = new Output();
            AttributesCodec.write(block, resource.getAttributes());
            block.text(resource.getSchemaUrl());
            lastWrittenBytes = block.toBytes();
            lastWritten = resource;
        }
        out.block(lastWrittenBytes);
        if (lastScopeWritten != scope) {
            Output fields = new Output();
            fields.text(scope.getName()).text(scope.getVersion()).text(scope.getSchemaUrl());
            AttributesCodec.write(fields, scope.getAttributes());
            lastScopeWrittenBytes = fields.toBytes();
            lastScopeWritten = scope;
        }
        out.raw(lastScopeWrittenBytes);
    }

    Resource readResource(Input in) {
        Resource known = lastRead;
        if (known != null && in.skipIfNext(lastReadBytes)) {
            return known;
        }
        int begin = in.position();
        Input from = new Input(in.block());
        Resource resource = Resource.create(AttributesCodec.read(from), from.optionalText());
        lastRead = resource;
        lastReadBytes = in.since(begin);
        return resource;
    }

    /** No other scope begins with the bytes of this one: each of its fields says where it ends. */
    InstrumentationScopeInfo readScope(Input in) {
        InstrumentationScopeInfo known = lastScopeRead;
        if (known != null && in.skipIfNext(lastScopeReadBytes)) {
            return known;
        }
        int begin = in.position();
        InstrumentationScopeInfo scope = newScope(in);
        lastScopeRead = scope;
        lastScopeReadBytes = in.since(begin);
        return scope;
    }

    private static InstrumentationScopeInfo newScope(Input in) {
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
