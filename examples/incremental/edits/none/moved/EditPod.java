package com.example.moved;

/** A tool that is not measured any more. */
class EditPod {
    String edit(String parameters) {
        return parameters;
    }
}
