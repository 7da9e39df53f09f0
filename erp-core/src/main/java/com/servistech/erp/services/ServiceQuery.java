package com.servistech.erp.services;

import com.servistech.erp.tenancy.Page;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Which services to list.
 *
 * @param text beginnings of words of the code, name or model; null for all
 * @param modelId those for this model and those for any; null for all
 * @param active null for all
 * @param day whose prices to show; null for today
 */
public record ServiceQuery(String text, UUID modelId, Boolean active, LocalDate day, Page.Request page) {}
