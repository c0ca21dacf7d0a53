/** Whether a provider is as a policy needs it, and what its tokens say. */
package dev.apiauth.cli.provider;
