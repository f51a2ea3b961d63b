package io.sreobservability.aspects.transparency.bytecode;

import java.util.List;

/**
 * A method of a class file.
 *
 * @param owner the class's internal name
 * @param name the method's name
 * @param descriptor its parameters and result
 * @param calls the methods that it calls, those behind its lambdas included
 * @param dynamicCalls how many of its instructions are {@code invokedynamic}
 */
public record MethodCode(String owner, String name, String descriptor, List<Call> calls, int dynamicCalls) {

    /**
     * A call of a method.
     *
     * @param owner the internal name of the class that is named in the call
     * @param name the method's name
     * @param descriptor its parameters and result
     */
    public record Call(String owner, String name, String descriptor) {
        @Override
        public String toString() {
            return owner + "." + name;
        }
    }

    /** How many calls put a primitive into an object. */
    public long boxings() {
        return calls.stream()
                .filter(call -> call.name().equals("valueOf") && call.owner().startsWith("java/lang/"))
                .count();
    }

    /** The same method in another form of its class has the same key. */
    public String key() {
        return owner + "." + name + descriptor;
    }
}
