package com.servistech.erp.server;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;

/** Puts {@link RequestName} before everything in this server: the ERP, and what Open Liberty serves itself. */
public final class EveryApplication implements ServletContainerInitializer {

    @Override
    public void onStartup(Set<Class<?>> found, ServletContext context) {
        FilterRegistration.Dynamic filter = context.addFilter("request-name", new RequestName());
        if (filter != null) {
            filter.setAsyncSupported(true);
            filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        }
    }
}
