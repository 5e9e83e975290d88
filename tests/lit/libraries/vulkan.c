// RUN: %verify %s
// REQUIRES: vulkan
#include <vulkan/vulkan.h>

int made(VkDevice d, const VkBufferCreateInfo *info, const VkMemoryAllocateInfo *mem) {
  VkBuffer b;
  VkDeviceMemory m;
  if (vkCreateBuffer(d, info, 0, &b) != VK_SUCCESS)
    return -1;
  if (vkAllocateMemory(d, mem, 0, &m) != VK_SUCCESS)
    return -1; // expected-warning {{a Vulkan buffer from 'vkCreateBuffer' is lost without being released; release it with 'vkDestroyBuffer' [custody.ffi-03]}}
  vkBindBufferMemory(d, b, m, 0);
  vkFreeMemory(d, m, 0);
  vkDestroyBuffer(d, b, 0);
  return 0;
}
int madeGood(VkDevice d, const VkBufferCreateInfo *info) {
  VkBuffer b;
  if (vkCreateBuffer(d, info, 0, &b) != VK_SUCCESS)
    return -1;
  vkDestroyBuffer(d, b, 0);
  return 0;
}
void twice(VkDevice d, const VkFenceCreateInfo *info) {
  VkFence f;
  if (vkCreateFence(d, info, 0, &f) != VK_SUCCESS)
    return;
  vkDestroyFence(d, f, 0);
  vkDestroyFence(d, f, 0); // expected-warning {{'vkDestroyFence' releases a Vulkan fence from 'vkCreateFence' that 'vkDestroyFence' has already released; release it once [custody.own-01]}}
}
