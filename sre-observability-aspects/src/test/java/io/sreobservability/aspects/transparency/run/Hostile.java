package io.sreobservability.aspects.transparency.run;

/** Marks objects whose methods throw, lie or never come to an end. */
interface Hostile {}
