package com.example;

/** A tool that is not measured any more. */
class ListPods {
    String list(String parameters) {
        return parameters;
    }
}
