package com.servistech.erp.sdk.internal.http;

/** The answer that a call ended with, and how many times it was sent. */
public record Outcome(Reply reply, int attempts) {}
