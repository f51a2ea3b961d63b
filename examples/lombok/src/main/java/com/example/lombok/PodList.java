package com.example.lombok;

import java.util.List;
import lombok.AllArgsConstructor;
import lombok.Getter;

/** What was found, or why nothing was: tools return errors instead of throwing. */
@Getter
@AllArgsConstructor
class PodList {
    private final List<String> names;
    private final boolean failed;
    private final String reason;
}
