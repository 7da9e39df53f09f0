package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After every test that the running server was there for: what must be true of the books is true, whatever it did. */
public final class BooksStayTrue implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext test) {
        assertThat(RunningServer.brokenInvariants())
                .as("after " + test.getDisplayName())
                .isEmpty();
    }
}
