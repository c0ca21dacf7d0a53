/**
 * What commands read: manifests with the lines of their fields, Secrets, and what is made of both.
 */
package dev.apiauth.cli.input;
