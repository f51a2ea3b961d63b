package com.example.hello;

/** How a pod is. */
record PodStatus(String pod, String phase, int restarts) {}
