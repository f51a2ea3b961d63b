package com.example;

/** A tool that is not measured any more. */
class GetPod {
    String fetch(String parameters) {
        return parameters;
    }
}
