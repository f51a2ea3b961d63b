/** What class files say: which instructions a method has, and which methods can be reached from it. */
@NullMarked
package io.sreobservability.aspects.transparency.bytecode;

import org.jspecify.annotations.NullMarked;
