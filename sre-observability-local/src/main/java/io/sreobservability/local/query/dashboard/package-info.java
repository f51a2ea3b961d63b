/**
 * What the widgets of a dashboard ask: from the JSON of a metric widget to queries of {@code query.metrics}. Log widgets
 * need nothing of the kind: their text is a query of {@code query.insights}.
 */
@NullMarked
package io.sreobservability.local.query.dashboard;

import org.jspecify.annotations.NullMarked;
