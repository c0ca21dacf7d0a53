/**
 * The products' own request filters: one class per behaviour, in the order of {@code
 * ProductFilters}.
 */
package dev.apiauth.testkit.product.filter;
