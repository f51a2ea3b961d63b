package com.example.lombok;

import java.util.Map;
import lombok.Builder;
import lombok.Value;

/** What to look for. Lombok writes constructor, getters and builder. */
@Value
@Builder
class PodQuery {
    String namespace;
    Map<String, String> labels;
    int limit;
}
