package com.servistech.erp.files;

/** A file with its bytes. */
public record FileContent(StoredFile file, byte[] bytes) {}
